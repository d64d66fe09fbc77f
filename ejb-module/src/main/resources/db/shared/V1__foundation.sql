-- What every module's schema stands on.

GRANT USAGE ON SCHEMA shared TO ${app_role};

-- Guards tables that only ever grow: ledgers, trails, logs. Bound per statement, so that a change
-- that would hit no row is refused as well.
CREATE FUNCTION shared.refuse_change() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'Rows of %.% are immutable: % refused', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'restrict_violation',
              HINT = 'Correct by a new, reversing entry.';
END
$$;
COMMENT ON FUNCTION shared.refuse_change() IS
    'Statement trigger that refuses UPDATE, DELETE and TRUNCATE of immutable tables';

-- Makes a table immutable for everyone, its owner included (short of dropping the trigger).
CREATE PROCEDURE shared.make_immutable(target regclass)
    LANGUAGE plpgsql AS
$$
BEGIN
    EXECUTE format(
        'CREATE TRIGGER immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON %s '
        'FOR EACH STATEMENT EXECUTE FUNCTION shared.refuse_change()', target);
END
$$;
COMMENT ON PROCEDURE shared.make_immutable(regclass) IS
    'Puts the trigger on a table; the migration that creates the table calls it';

CREATE TABLE shared.idempotency (
    client       varchar(200) NOT NULL,
    key          varchar(200) NOT NULL,
    action       varchar(100) NOT NULL,
    request_hash char(64)     NOT NULL,
    answer       jsonb        NOT NULL,
    created_at   timestamptz  NOT NULL,
    PRIMARY KEY (client, key)
);
CREATE INDEX idempotency_created_at ON shared.idempotency (created_at);
COMMENT ON TABLE shared.idempotency IS
    'Answers already given, by caller and idempotency key; purged after seven days';
GRANT SELECT, INSERT, DELETE ON shared.idempotency TO ${app_role};
