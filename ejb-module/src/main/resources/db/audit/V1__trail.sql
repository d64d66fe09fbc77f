GRANT USAGE ON SCHEMA audit TO ${app_role};

CREATE TABLE audit.entry (
    id          uuid         PRIMARY KEY,
    recorded_at timestamptz  NOT NULL,
    who         varchar(200) NOT NULL,
    roles       varchar(200) NOT NULL,
    branch      varchar(20),
    address     varchar(64),
    channel     varchar(10)  NOT NULL CHECK (channel IN ('PAGE', 'REST', 'SOAP', 'JOB', 'SYSTEM')),
    request_id  varchar(64)  NOT NULL,
    module      varchar(40)  NOT NULL,
    action      varchar(100) NOT NULL,
    target      varchar(200),
    reason      varchar(2000),
    change      boolean      NOT NULL,
    outcome     varchar(10)  NOT NULL CHECK (outcome IN ('DONE', 'REPLAYED', 'REFUSED', 'FAILED')),
    error_code  varchar(100),
    CHECK ((outcome IN ('DONE', 'REPLAYED')) = (error_code IS NULL))
);
COMMENT ON TABLE audit.entry IS
    'One row for every command, every read of personal data and every refused attempt; immutable';
CREATE INDEX entry_recorded_at ON audit.entry (recorded_at, id);
CREATE INDEX entry_who ON audit.entry (who, recorded_at, id);
CREATE INDEX entry_target ON audit.entry (target, recorded_at, id);
CREATE INDEX entry_action ON audit.entry (action, recorded_at, id);
CREATE INDEX entry_request ON audit.entry (request_id);
CALL shared.make_immutable('audit.entry');
GRANT SELECT, INSERT ON audit.entry TO ${app_role};
