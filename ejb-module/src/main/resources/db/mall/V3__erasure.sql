-- The ledger knows a customer by id alone; what staff wrote as a reason may say more.

CALL shared.make_erasable('mall.ledger_entry', 'reason');
CALL shared.make_erasable('mall.cancellation', 'reason');

CREATE FUNCTION mall.erase_customer(erasure uuid) RETURNS bigint
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
    RETURN touched;
END
$$;
COMMENT ON FUNCTION mall.erase_customer(uuid) IS
    'Empties the reasons in the ledger of the customer of an erasure; amounts cannot change';
REVOKE ALL ON FUNCTION mall.erase_customer(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mall.erase_customer(uuid) TO ${app_role};
