-- Erasing a person: his row stays, under another number and without anything that tells who he is.

ALTER TABLE accounts.customer DROP CONSTRAINT customer_identity_status_check,
    ADD CONSTRAINT customer_identity_status_check
        CHECK (identity_status IN ('VERIFIED', 'UNVERIFIED', 'ERASED')),
    ADD CONSTRAINT customer_erased_is_nobody CHECK (identity_status <> 'ERASED' OR
        (phone IS NULL AND address IS NULL AND resident_id IS NULL AND number LIKE 'E%'));

ALTER TABLE accounts.account DROP CONSTRAINT account_number_check,
    ADD CONSTRAINT account_number_check CHECK (number ~ '^([0-9]{19}|X[0-9a-f]{18})$'),
    ADD COLUMN closed_at timestamptz,
    ADD CONSTRAINT account_only_closed_ends CHECK (closed_at IS NULL OR status = 'CLOSED');
COMMENT ON COLUMN accounts.account.number IS
    '19 digits with a Luhn check digit; X and a part of the id once its holder is erased';
COMMENT ON COLUMN accounts.account.closed_at IS
    'When it was closed; from then on the law counts how long his identity is kept';

-- Whichever way an account is closed, the day is kept.
CREATE FUNCTION accounts.note_closing() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    NEW.closed_at := CASE WHEN NEW.status = 'CLOSED' THEN coalesce(OLD.closed_at, now()) END;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION accounts.note_closing() IS 'Row trigger: keeps when an account was closed';
CREATE TRIGGER closing BEFORE UPDATE OF status ON accounts.account
    FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status)
    EXECUTE FUNCTION accounts.note_closing();

CALL shared.make_erasable('accounts.customer_history', 'number', 'name', 'resident_id', 'birth_date',
    'gender', 'phone', 'address', 'identity_status');
CALL shared.make_erasable('accounts.identity_history', 'external_id');
CALL shared.make_erasable('accounts.account_history', 'number');

CREATE FUNCTION accounts.erase_customer(erasure uuid) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    customer uuid := privacy.customer_of(erasure);
    touched  bigint := 0;
    n        bigint;
BEGIN
    PERFORM set_config('heyi.erasing', 'on', true);
    DELETE FROM accounts.identity WHERE customer_id = customer;
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    DELETE FROM accounts.card_profile WHERE customer_id = customer;
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    UPDATE accounts.account SET number = 'X' || substr(replace(id::text, '-', ''), 15, 18),
                                version = version + 1
     WHERE customer_id = customer AND number NOT LIKE 'X%';
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    UPDATE accounts.account_history SET number = NULL
     WHERE customer_id = customer AND number IS NOT NULL;
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    -- Part of the key, so it becomes something that stands for nothing.
    UPDATE accounts.identity_history SET external_id = 'erased:' || md5(customer::text || external_id || random()::text)
     WHERE customer_id = customer AND external_id NOT LIKE 'erased:%';
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    UPDATE accounts.customer_history
       SET number = NULL, name = NULL, resident_id = NULL, birth_date = NULL, gender = NULL,
           phone = NULL, address = NULL
     WHERE id = customer AND identity_status <> 'ERASED';
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    PERFORM set_config('heyi.erasing', '', true);
    RETURN touched;
END
$$;
COMMENT ON FUNCTION accounts.erase_customer(uuid) IS
    'Removes identities and card profile and empties the versions of the customer of an erasure';
REVOKE ALL ON FUNCTION accounts.erase_customer(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accounts.erase_customer(uuid) TO ${app_role};
