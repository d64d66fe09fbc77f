-- What customers have shown or signed, and which of it a type I account needs, from which day on.

CREATE TABLE accounts.customer_document (
    id          uuid         PRIMARY KEY,
    customer_id uuid         NOT NULL REFERENCES accounts.customer,
    kind        varchar(20)  NOT NULL CHECK (kind IN ('RESIDENT_CARD', 'MEETING', 'TAX_DECLARATION', 'GUARDIANSHIP')),
    number      varchar(40)  CHECK (number <> ''),
    expires_on  date,
    recorded_at timestamptz  NOT NULL,
    recorded_by varchar(200) NOT NULL,
    CHECK ((kind IN ('RESIDENT_CARD', 'GUARDIANSHIP')) = (number IS NOT NULL))
);
COMMENT ON TABLE accounts.customer_document IS
    'What a customer has shown or signed; the latest of a kind counts; immutable but for an erasure';
COMMENT ON COLUMN accounts.customer_document.number IS 'Its number, where the kind has one; — once its holder is erased';
COMMENT ON COLUMN accounts.customer_document.expires_on IS 'The last day on which it is valid; null: it does not expire';
CREATE INDEX customer_document_customer ON accounts.customer_document (customer_id, recorded_at);
CALL shared.make_erasable('accounts.customer_document', 'number');
GRANT SELECT, INSERT ON accounts.customer_document TO ${app_role};

CREATE TABLE accounts.type_one_document (
    kind       varchar(20) NOT NULL,
    valid_from date        NOT NULL,
    needed_of  varchar(6)  NOT NULL CHECK (needed_of IN ('ALL', 'MINORS', 'NOBODY')),
    source     text        NOT NULL,
    PRIMARY KEY (kind, valid_from)
);
COMMENT ON TABLE accounts.type_one_document IS
    'Which documents an upgrade to type I needs, of whom, from which day on';
CALL shared.make_immutable('accounts.type_one_document');
GRANT SELECT ON accounts.type_one_document TO ${app_role};
INSERT INTO accounts.type_one_document (kind, valid_from, needed_of, source) VALUES
    ('RESIDENT_CARD',   '2015-12-25', 'ALL',    'PBOC 银发〔2015〕392号: identified by a valid document'),
    ('MEETING',         '2015-12-25', 'ALL',    'PBOC 银发〔2015〕392号: type I at the counter, or where staff see him'),
    ('TAX_DECLARATION', '2017-07-01', 'ALL',    'State Taxation Administration, announcement 2017 No. 14'),
    ('GUARDIANSHIP',    '2015-12-25', 'MINORS', 'as installed; to be confirmed by the bank');

CREATE FUNCTION accounts.erase_documents(erasure uuid) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    customer uuid := privacy.customer_of(erasure);
    touched  bigint;
BEGIN
    PERFORM set_config('heyi.erasing', 'on', true);
    UPDATE accounts.customer_document SET number = '—'
     WHERE customer_id = customer AND number <> '—';
    GET DIAGNOSTICS touched = ROW_COUNT;
    PERFORM set_config('heyi.erasing', '', true);
    RETURN touched;
END
$$;
COMMENT ON FUNCTION accounts.erase_documents(uuid) IS
    'Empties the numbers of the documents of the customer of an erasure';
REVOKE ALL ON FUNCTION accounts.erase_documents(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accounts.erase_documents(uuid) TO ${app_role};
