-- Another mall that ends has open orders and coupons too. They are handed over and moved like its
-- balances, and its proofs count them.

ALTER TABLE winddown.holding
    DROP CONSTRAINT holding_kind_check,
    DROP CONSTRAINT holding_check,
    DROP CONSTRAINT holding_check1,
    DROP CONSTRAINT holding_check2,
    ADD COLUMN ref      varchar(60),
    ADD COLUMN what     varchar(40),
    ADD COLUMN quantity bigint CHECK (quantity > 0),
    ADD CONSTRAINT holding_kind_check CHECK (kind IN ('POINTS', 'MONEY', 'ORDER', 'COUPON')),
    ADD CONSTRAINT holding_of_its_kind CHECK (CASE kind
        WHEN 'POINTS' THEN points > 0 AND amount = 0
        WHEN 'MONEY' THEN points = 0 AND amount > 0 AND expires_on IS NULL
        WHEN 'ORDER' THEN points > 0 OR amount > 0
        ELSE points = 0 AND amount = 0 AND expires_on IS NOT NULL END),
    ADD CONSTRAINT holding_named CHECK (
        num_nonnulls(ref, what) = CASE WHEN kind IN ('ORDER', 'COUPON') THEN 2 ELSE 0 END),
    ADD CONSTRAINT holding_pieces CHECK ((kind = 'ORDER') = (quantity IS NOT NULL));
COMMENT ON TABLE winddown.holding IS
    'What the old app says one of its customers holds: points with one last day, stored money, a line of an open order, a coupon; immutable';
COMMENT ON COLUMN winddown.holding.points IS 'Of a line of an order: the points that it was paid with';
COMMENT ON COLUMN winddown.holding.amount IS 'Of a line of an order: the money that it was paid with';
COMMENT ON COLUMN winddown.holding.ref IS 'Number of the order, or code of the coupon, in the old app';
COMMENT ON COLUMN winddown.holding.what IS 'Code of the item ordered, or of the kind of coupon here that it becomes';
CREATE UNIQUE INDEX holding_once ON winddown.holding (plan_id, kind, ref, what) WHERE ref IS NOT NULL;

-- The number of an order there tells who he is as well as his id there.
DROP TRIGGER only_personal ON winddown.holding;
CALL shared.make_erasable('winddown.holding', 'external_id', 'ref');

CREATE OR REPLACE FUNCTION winddown.erase_customer(erasure uuid, ids text[]) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    customer uuid := privacy.customer_of(erasure);
    n        bigint;
BEGIN
    PERFORM set_config('heyi.erasing', 'on', true);
    UPDATE winddown.holding h
       SET external_id = 'erased:' || h.id,
           ref = CASE WHEN h.ref IS NOT NULL THEN 'erased:' || h.id END
     WHERE h.id IN (SELECT winddown.tells_of(customer, ids));
    GET DIAGNOSTICS n = ROW_COUNT;
    PERFORM set_config('heyi.erasing', '', true);
    RETURN n;
END
$$;

ALTER TABLE winddown.move
    DROP CONSTRAINT move_outcome_check,
    DROP CONSTRAINT move_check,
    ALTER COLUMN outcome TYPE varchar(10),
    ADD CONSTRAINT move_outcome_check CHECK (outcome IN
        ('GRANTED', 'EXPIRED', 'DEPOSITED', 'REFUNDED', 'PLACED', 'GIVEN_BACK', 'ISSUED')),
    ADD CONSTRAINT move_entry CHECK (CASE outcome
        WHEN 'GIVEN_BACK' THEN (points > 0) = (entry_id IS NOT NULL)
        ELSE (outcome IN ('GRANTED', 'DEPOSITED', 'PLACED', 'ISSUED')) = (entry_id IS NOT NULL) END);
COMMENT ON COLUMN winddown.move.outcome IS
    'PLACED: ordered here with the same points; GIVEN_BACK: the points of the order granted, its money paid back';
COMMENT ON COLUMN winddown.move.entry_id IS
    'Of points the entry of the points ledger, of money the movement of the deposit ledger, of an order the order here, of a coupon the coupon here';

ALTER TABLE winddown.proof
    ADD COLUMN orders_before   bigint NOT NULL DEFAULT 0 CHECK (orders_before >= 0),
    ADD COLUMN orders_after    bigint NOT NULL DEFAULT 0 CHECK (orders_after >= 0),
    ADD COLUMN orders_refunded bigint NOT NULL DEFAULT 0 CHECK (orders_refunded >= 0),
    ADD COLUMN coupons_before  bigint NOT NULL DEFAULT 0 CHECK (coupons_before >= 0),
    ADD COLUMN coupons_after   bigint NOT NULL DEFAULT 0 CHECK (coupons_after >= 0),
    ADD COLUMN coupons_expired bigint NOT NULL DEFAULT 0 CHECK (coupons_expired >= 0),
    ADD CONSTRAINT orders_add_up CHECK (orders_before = orders_after + orders_refunded),
    ADD CONSTRAINT coupons_add_up CHECK (coupons_before = coupons_after + coupons_expired);
COMMENT ON COLUMN winddown.proof.points_before IS 'Those of open orders too';
COMMENT ON COLUMN winddown.proof.orders_refunded IS 'Orders whose points were given back and whose money is paid back';

CREATE OR REPLACE FUNCTION winddown.check_proof() RETURNS trigger
    LANGUAGE plpgsql AS
$$
DECLARE
    s record;
BEGIN
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
                               OR h.plan_id <> NEW.plan_id) AS wrong
      INTO s
      FROM winddown.move m JOIN winddown.holding h ON h.id = m.holding_id
     WHERE m.proof_id = NEW.id;
    IF s.wrong > 0 OR (s.points_before, s.points_after, s.points_expired, s.money_before,
                       s.money_after, s.money_refunded, s.orders_before, s.orders_after,
                       s.orders_refunded, s.coupons_before, s.coupons_after, s.coupons_expired)
       IS DISTINCT FROM (NEW.points_before::numeric, NEW.points_after::numeric,
                         NEW.points_expired::numeric, NEW.money_before, NEW.money_after,
                         NEW.money_refunded, NEW.orders_before, NEW.orders_after,
                         NEW.orders_refunded, NEW.coupons_before, NEW.coupons_after,
                         NEW.coupons_expired) THEN
        RAISE EXCEPTION 'Proof % does not say what its moves say', NEW.id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;
