-- Counterparties and memos are forgotten when their time is over, and by an erasure not before.

CREATE INDEX entry_texts ON deposits.entry (booked_at, id)
    WHERE counterparty <> '—' OR memo IS NOT NULL;

CREATE OR REPLACE FUNCTION deposits.erase_customer(erasure uuid, accounts uuid[], marks text[]) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    touched bigint := 0;
    n       bigint;
BEGIN
    PERFORM privacy.customer_of(erasure);
    PERFORM privacy.require_over('money-texts', (
        SELECT max(e.booked_at) FROM deposits.entry e
         WHERE e.counterparty = ANY (marks)
            OR (e.counterparty <> '—' OR e.memo IS NOT NULL)
               AND e.id IN (SELECT p.entry_id FROM deposits.posting p WHERE p.account_id = ANY (accounts))));
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
    'Empties counterparties and memos of the customer of an erasure, none within its legal minimum; '
    'amounts cannot change';

CREATE FUNCTION deposits.empty_old_texts(before timestamptz, most integer) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    touched bigint;
BEGIN
    PERFORM privacy.require_over('money-texts', before);
    PERFORM set_config('heyi.erasing', 'on', true);
    UPDATE deposits.entry
       SET counterparty = CASE WHEN counterparty IS NOT NULL THEN '—' END, memo = NULL
     WHERE id IN (
        SELECT old.id FROM deposits.entry old
         WHERE (old.counterparty <> '—' OR old.memo IS NOT NULL) AND old.booked_at < before
         ORDER BY old.booked_at, old.id LIMIT most);
    GET DIAGNOSTICS touched = ROW_COUNT;
    PERFORM set_config('heyi.erasing', '', true);
    RETURN touched;
END
$$;
COMMENT ON FUNCTION deposits.empty_old_texts(timestamptz, integer) IS
    'Empties counterparties and memos booked before a time, never within their legal minimum';
REVOKE ALL ON FUNCTION deposits.empty_old_texts(timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION deposits.empty_old_texts(timestamptz, integer) TO ${app_role};
