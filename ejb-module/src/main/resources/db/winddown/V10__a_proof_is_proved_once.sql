-- Each move proved its proof anew at the end of the transaction: as many times as it has moves, and each
-- time all of them were summed. The last one that joined proves it for all before it, whether that is asked at
-- the end or after each statement; which is the last, a number says that no writer chooses.

CREATE SEQUENCE winddown.move_nth;
GRANT USAGE ON SEQUENCE winddown.move_nth TO ${app_role};
ALTER TABLE winddown.move ADD COLUMN nth bigint NOT NULL DEFAULT 0;
ALTER TABLE winddown.move ALTER COLUMN nth DROP DEFAULT;
COMMENT ON COLUMN winddown.move.nth IS
    'Which moves of a proof joined it later; set by trigger. 0 for those older than this column, whose proofs are closed';
DROP INDEX winddown.move_proof;
CREATE INDEX move_proof ON winddown.move (proof_id, nth);

CREATE OR REPLACE FUNCTION winddown.check_move() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM 1 FROM winddown.proof p
      WHERE p.id = NEW.proof_id AND p.written_by_tx = pg_current_xact_id();
    IF NOT FOUND THEN
        RAISE EXCEPTION 'Moves can join a proof only in the transaction that wrote it'
            USING ERRCODE = 'restrict_violation';
    END IF;
    NEW.nth := nextval('winddown.move_nth');
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION winddown.check_move() IS
    'Refuses moves of a proof that an earlier transaction wrote, and numbers the others as they come';

CREATE OR REPLACE FUNCTION winddown.check_proof() RETURNS trigger
    LANGUAGE plpgsql AS
$$
DECLARE
    proof record;
    s     record;
BEGIN
    CASE TG_TABLE_NAME
        WHEN 'proof' THEN proof := NEW;
        WHEN 'move' THEN
            IF EXISTS (SELECT FROM winddown.move m WHERE m.proof_id = NEW.proof_id AND m.nth > NEW.nth) THEN
                RETURN NULL;
            END IF;
            SELECT * INTO STRICT proof FROM winddown.proof WHERE id = NEW.proof_id;
    END CASE;
    SELECT coalesce(sum(h.points), 0) AS points_before, coalesce(sum(h.amount), 0) AS money_before,
           coalesce(sum(m.points) FILTER (WHERE m.outcome IN ('GRANTED', 'PLACED', 'GIVEN_BACK')), 0) AS points_after,
           coalesce(sum(m.points) FILTER (WHERE m.outcome = 'EXPIRED'), 0) AS points_expired,
           coalesce(sum(m.amount) FILTER (WHERE m.outcome = 'DEPOSITED'), 0) AS money_after,
           coalesce(sum(m.amount) FILTER (WHERE m.outcome IN ('REFUNDED', 'GIVEN_BACK')), 0) AS money_refunded,
           count(DISTINCT h.ref) FILTER (WHERE h.kind = 'ORDER') AS orders_before,
           count(DISTINCT m.entry_id) FILTER (WHERE m.outcome = 'PLACED') AS orders_after,
           count(DISTINCT h.ref) FILTER (WHERE m.outcome = 'GIVEN_BACK') AS orders_refunded,
           count(*) FILTER (WHERE h.kind = 'COUPON') AS coupons_before,
           count(*) FILTER (WHERE m.outcome = 'ISSUED') AS coupons_after,
           count(*) FILTER (WHERE m.outcome = 'EXPIRED' AND h.kind = 'COUPON') AS coupons_expired,
           count(*) FILTER (WHERE m.points <> h.points OR m.amount <> h.amount
                               OR h.plan_id <> proof.plan_id) AS wrong
      INTO s
      FROM winddown.move m JOIN winddown.holding h ON h.id = m.holding_id
     WHERE m.proof_id = proof.id;
    IF s.wrong > 0 OR (s.points_before, s.points_after, s.points_expired, s.money_before,
                       s.money_after, s.money_refunded, s.orders_before, s.orders_after,
                       s.orders_refunded, s.coupons_before, s.coupons_after, s.coupons_expired)
       IS DISTINCT FROM (proof.points_before::numeric, proof.points_after::numeric,
                         proof.points_expired::numeric, proof.money_before, proof.money_after,
                         proof.money_refunded, proof.orders_before, proof.orders_after,
                         proof.orders_refunded, proof.coupons_before, proof.coupons_after,
                         proof.coupons_expired) THEN
        RAISE EXCEPTION 'Proof % does not say what its moves say', proof.id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION winddown.check_proof() IS
    'Refuses the commit of a proof, or of the last move of one, that does not equal the sums of its moves';
