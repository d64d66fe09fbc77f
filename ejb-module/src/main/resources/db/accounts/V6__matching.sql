-- What old apps say of their customers, who that may be in the register, and two records of one
-- person united and parted again. Nothing is overwritten: both records stand, one points to the other.

ALTER TABLE accounts.customer
    ADD COLUMN merged_into uuid REFERENCES accounts.customer,
    ADD CONSTRAINT customer_not_into_itself CHECK (merged_into <> id);
COMMENT ON COLUMN accounts.customer.merged_into IS
    'The customer who he has turned out to be; null while he stands for himself';
ALTER TABLE accounts.customer_history ADD COLUMN merged_into uuid;
CREATE INDEX customer_merged_into ON accounts.customer (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX customer_birth_date ON accounts.customer (birth_date) WHERE birth_date IS NOT NULL;
CREATE INDEX customer_name_form ON accounts.customer (lower(replace(name, ' ', '')));

-- Pointers never form a chain: who is merged has nobody merged into him, and the other way round.
CREATE FUNCTION accounts.check_merge() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF EXISTS (SELECT FROM accounts.customer WHERE merged_into = NEW.id)
       OR EXISTS (SELECT FROM accounts.customer WHERE id = NEW.merged_into AND merged_into IS NOT NULL) THEN
        RAISE EXCEPTION 'Customer % cannot be merged into another: it would form a chain', NEW.id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION accounts.check_merge() IS 'Row trigger: a merged customer points to one who stands for himself';
CREATE TRIGGER no_chain BEFORE UPDATE OF merged_into ON accounts.customer
    FOR EACH ROW WHEN (NEW.merged_into IS NOT NULL AND NEW.merged_into IS DISTINCT FROM OLD.merged_into)
    EXECUTE FUNCTION accounts.check_merge();

CREATE TABLE accounts.customer_merge (
    id          uuid         PRIMARY KEY,
    customer_id uuid         NOT NULL REFERENCES accounts.customer,
    into_id     uuid         NOT NULL REFERENCES accounts.customer,
    undone      boolean      NOT NULL,
    reason      varchar(500) NOT NULL,
    decided_at  timestamptz  NOT NULL,
    decided_by  varchar(200) NOT NULL
);
COMMENT ON TABLE accounts.customer_merge IS 'Each time that two records were united or parted, and why; immutable';
CREATE INDEX customer_merge_customer ON accounts.customer_merge (customer_id, decided_at);
CREATE INDEX customer_merge_into ON accounts.customer_merge (into_id, decided_at);
CALL shared.make_erasable('accounts.customer_merge', 'reason');
GRANT SELECT, INSERT ON accounts.customer_merge TO ${app_role};

CREATE OR REPLACE VIEW accounts.app_user AS
SELECT DISTINCT i.app_code, coalesce(c.merged_into, c.id) AS customer_id
  FROM accounts.identity i JOIN accounts.customer c ON c.id = i.customer_id;

CREATE TABLE accounts.app_claim (
    app_code    varchar(20)  NOT NULL,
    external_id varchar(100) NOT NULL,
    name        varchar(100),
    phone       varchar(16),
    birth_date  date,
    address     varchar(200),
    taken_at    timestamptz  NOT NULL,
    PRIMARY KEY (app_code, external_id),
    FOREIGN KEY (app_code, external_id) REFERENCES accounts.identity ON DELETE CASCADE
);
COMMENT ON TABLE accounts.app_claim IS
    'What an app says of a customer whose identity nobody has verified; goes with the identity';
GRANT SELECT, INSERT ON accounts.app_claim TO ${app_role};

CREATE TABLE accounts.match_suggestion (
    id          uuid         PRIMARY KEY,
    version     bigint       NOT NULL,
    customer_id uuid         NOT NULL REFERENCES accounts.customer,
    other_id    uuid         NOT NULL REFERENCES accounts.customer,
    score       int          NOT NULL CHECK (score BETWEEN 0 AND 100),
    name_how    varchar(10)  NOT NULL,
    phone_how   varchar(10)  NOT NULL,
    birth_how   varchar(10)  NOT NULL,
    address_how varchar(10)  NOT NULL,
    status      varchar(8)   NOT NULL CHECK (status IN ('OPEN', 'ACCEPTED', 'REJECTED')),
    made_at     timestamptz  NOT NULL,
    decided_at  timestamptz,
    decided_by  varchar(200),
    UNIQUE (customer_id, other_id),
    CHECK ((status = 'OPEN') = (decided_at IS NULL))
);
COMMENT ON TABLE accounts.match_suggestion IS
    'Who an unverified customer may be, with the score and how each field fits; a person decides';
CREATE INDEX match_suggestion_open ON accounts.match_suggestion (score DESC, id) WHERE status = 'OPEN';
CALL shared.keep_history('accounts.match_suggestion', '${app_role}', 'version');
GRANT SELECT, INSERT, UPDATE (version, status, decided_at, decided_by) ON accounts.match_suggestion TO ${app_role};

-- Erasing a person takes the reasons for his merges too; what apps said of him goes with the identities.
CREATE OR REPLACE FUNCTION accounts.erase_customer(erasure uuid) RETURNS bigint
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
    UPDATE accounts.customer_merge SET reason = '—'
     WHERE (customer_merge.customer_id = customer OR into_id = customer) AND reason <> '—';
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    PERFORM set_config('heyi.erasing', '', true);
    RETURN touched;
END
$$;
