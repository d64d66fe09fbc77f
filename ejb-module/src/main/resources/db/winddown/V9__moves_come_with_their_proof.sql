-- By which transaction a proof was written was read from its row's xmin, which any rewriting of the row
-- changes and which says nothing once numbers of transactions have come round. It is now said on it.
ALTER TABLE winddown.proof ADD COLUMN written_by_tx xid8 NOT NULL DEFAULT pg_current_xact_id();
ALTER TABLE winddown.proof ALTER COLUMN written_by_tx DROP DEFAULT;
COMMENT ON COLUMN winddown.proof.written_by_tx IS
    'The transaction that wrote it, with which its moves come; set by trigger. Of those older than this column, the one that added it';

CREATE FUNCTION winddown.note_transaction() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    NEW.written_by_tx := pg_current_xact_id();
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION winddown.note_transaction() IS 'Says on a proof which transaction wrote it, whatever the writer says';
CREATE TRIGGER written BEFORE INSERT ON winddown.proof
    FOR EACH ROW EXECUTE FUNCTION winddown.note_transaction();

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
    RETURN NEW;
END
$$;

-- And a move that joins proves its proof again, when that was proved before the transaction ended.
CREATE OR REPLACE FUNCTION winddown.check_proof() RETURNS trigger
    LANGUAGE plpgsql AS
$$
DECLARE
    proof record;
    s     record;
BEGIN
    CASE TG_TABLE_NAME
        WHEN 'proof' THEN proof := NEW;
        WHEN 'move' THEN SELECT * INTO STRICT proof FROM winddown.proof WHERE id = NEW.proof_id;
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
    'Refuses the commit of a proof, or of a move of one, that does not equal the sums of its moves';
CREATE CONSTRAINT TRIGGER proved AFTER INSERT ON winddown.move
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION winddown.check_proof();
