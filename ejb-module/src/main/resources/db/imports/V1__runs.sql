GRANT USAGE ON SCHEMA imports TO ${app_role};

CREATE TABLE imports.run (
    id           uuid         PRIMARY KEY,
    kind         varchar(40)  NOT NULL,
    file_name    varchar(255) NOT NULL,
    stored_file  varchar(255) NOT NULL,
    sha256       char(64)     NOT NULL,
    total_bytes  bigint       NOT NULL CHECK (total_bytes >= 0),
    status       varchar(10)  NOT NULL
        CHECK (status IN ('QUEUED', 'RUNNING', 'FINISHED', 'FAILED', 'STOPPED')),
    caller       jsonb        NOT NULL,
    requested_by varchar(200) NOT NULL,
    requested_at timestamptz  NOT NULL,
    started_at   timestamptz,
    finished_at  timestamptz,
    runner       uuid,
    read_bytes   bigint       NOT NULL DEFAULT 0 CHECK (read_bytes >= 0),
    rows_read    bigint       NOT NULL DEFAULT 0,
    loaded       bigint       NOT NULL DEFAULT 0,
    unchanged    bigint       NOT NULL DEFAULT 0,
    rejected     bigint       NOT NULL DEFAULT 0,
    message      varchar(2000),
    version      bigint       NOT NULL,
    CONSTRAINT every_row_is_accounted_for CHECK (rows_read = loaded + unchanged + rejected)
);
COMMENT ON TABLE imports.run IS
    'One run of an import: how far it has come is stored with what it loaded, so it can be resumed';
COMMENT ON COLUMN imports.run.runner IS
    'Token of the job that works on the run; an older job that finds another token here gives up';
CREATE INDEX run_requested_at ON imports.run (requested_at, id);
GRANT SELECT, INSERT, UPDATE ON imports.run TO ${app_role};

CREATE TABLE imports.reject (
    run_id uuid         NOT NULL REFERENCES imports.run (id),
    line   bigint       NOT NULL CHECK (line > 0),
    code   varchar(100) NOT NULL,
    args   jsonb        NOT NULL,
    record json         NOT NULL,
    PRIMARY KEY (run_id, line)
);
COMMENT ON TABLE imports.reject IS 'Rows of a file that were not loaded, each with its reason';
GRANT SELECT, INSERT ON imports.reject TO ${app_role};
CALL shared.make_immutable('imports.reject');
