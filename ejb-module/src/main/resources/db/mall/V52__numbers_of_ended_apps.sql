-- The number that an app which ended had for an order tells who ordered as well as his id there
-- does. It ends with him; that of a system which goes on is what its next run is recognised by.
ALTER TABLE mall.customer_order
    ADD COLUMN of_ended_app boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT customer_order_of_ended_app CHECK (NOT of_ended_app OR external_ref IS NOT NULL);
COMMENT ON COLUMN mall.customer_order.of_ended_app IS
    'Whether it was an open order of an app that ended; external_ref is then emptied with the customer';
-- Such numbers begin with the code of the app; those of other systems hold no colon.
UPDATE mall.customer_order SET of_ended_app = true WHERE external_ref ~ '^[A-Z][A-Z0-9_]{1,19}:';

CREATE OR REPLACE FUNCTION mall.erase_customer(erasure uuid) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    customer uuid := privacy.customer_of(erasure);
    touched  bigint := 0;
    n        bigint;
BEGIN
    PERFORM set_config('heyi.erasing', 'on', true);
    UPDATE mall.ledger_entry SET reason = '—' WHERE customer_id = customer AND reason <> '—';
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    UPDATE mall.cancellation SET reason = '—'
     WHERE reason <> '—'
       AND order_id IN (SELECT id FROM mall.customer_order WHERE customer_id = customer);
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    PERFORM set_config('heyi.erasing', '', true);
    UPDATE mall.customer_order SET external_ref = 'erased:' || id
     WHERE customer_id = customer AND of_ended_app AND external_ref NOT LIKE 'erased:%';
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    RETURN touched;
END
$$;
COMMENT ON FUNCTION mall.erase_customer(uuid) IS
    'Empties the reasons in the ledger of the customer of an erasure, and the numbers that an app which ended had for his orders; amounts cannot change';
