-- A coupon's code names it alone; which kind it becomes is what is said of it.
CREATE UNIQUE INDEX holding_coupon_once ON winddown.holding (plan_id, ref) WHERE kind = 'COUPON';

-- The lines of one order go on to share a number when whose they are is erased, as the plan counts
-- its orders by it.
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
           ref = 'erased:' || (SELECT min(x.id::text) FROM winddown.holding x
                                WHERE x.plan_id = h.plan_id AND x.kind = h.kind AND x.ref = h.ref)
     WHERE h.id IN (SELECT winddown.tells_of(customer, ids));
    GET DIAGNOSTICS n = ROW_COUNT;
    PERFORM set_config('heyi.erasing', '', true);
    RETURN n;
END
$$;
