-- The ledger of money knows a customer by his accounts; counterparties and memos may say more.

CALL shared.make_erasable('deposits.entry', 'counterparty', 'memo');

CREATE FUNCTION deposits.erase_customer(erasure uuid, accounts uuid[], marks text[]) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    touched bigint := 0;
    n       bigint;
BEGIN
    PERFORM privacy.customer_of(erasure);
    PERFORM set_config('heyi.erasing', 'on', true);
    -- On his side of a payment ...
    UPDATE deposits.entry
       SET counterparty = CASE WHEN counterparty IS NOT NULL THEN '—' END, memo = NULL
     WHERE id IN (SELECT entry_id FROM deposits.posting WHERE account_id = ANY (accounts))
       AND (counterparty <> '—' OR memo IS NOT NULL);
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    -- ... and where he is the other side of somebody else's.
    UPDATE deposits.entry SET counterparty = '—' WHERE counterparty = ANY (marks);
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    PERFORM set_config('heyi.erasing', '', true);
    RETURN touched;
END
$$;
COMMENT ON FUNCTION deposits.erase_customer(uuid, uuid[], text[]) IS
    'Empties counterparties and memos of the customer of an erasure; amounts cannot change';
REVOKE ALL ON FUNCTION deposits.erase_customer(uuid, uuid[], text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION deposits.erase_customer(uuid, uuid[], text[]) TO ${app_role};
