-- Reports of the desk: what they count by, and the regulator's return, frozen when it is prepared.

-- All that a report groups, counts or filters by, so that none reads the cases themselves.
CREATE INDEX complaint_report ON complaints.complaint (received_at)
    INCLUDE (id, branch, product, channel, level, cause, business, status, open, ticking, due_at, on_time,
             handler, customer_id);
-- The case before of the same customer for the same cause, for re-complaints.
CREATE INDEX complaint_again ON complaints.complaint (customer_id, cause, received_at, id) INCLUDE (status)
    WHERE customer_id IS NOT NULL AND cause IS NOT NULL;
CREATE INDEX complaint_age ON complaints.complaint (received_at, id) INCLUDE (branch, product, channel)
    WHERE open;

-- Open cases by deadline, and whom closed ones were in charge of: half a million cases are walked else.
CREATE INDEX complaint_open_due ON complaints.complaint (due_at, id) INCLUDE (status, level, branch)
    WHERE open;
CREATE INDEX complaint_handled_by ON complaints.complaint (handler, received_at, id)
    WHERE handler IS NOT NULL;

CREATE TABLE complaints.regulator_return (
    id          uuid         PRIMARY KEY,
    quarter     varchar(6)     NOT NULL CHECK (quarter ~ '^[0-9]{4}Q[1-4]$'),
    version     integer      NOT NULL CHECK (version >= 1),
    reason      varchar(500),
    cases       bigint       NOT NULL CHECK (cases >= 0),
    sha256      varchar(64)    NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    prepared_by varchar(200) NOT NULL,
    prepared_at timestamptz  NOT NULL,
    CHECK ((version = 1) = (reason IS NULL))
);
COMMENT ON TABLE complaints.regulator_return IS
    'What the bank reports to the supervisor about a quarter, frozen as it was prepared; immutable: a correction is a new version';
COMMENT ON COLUMN complaints.regulator_return.quarter IS 'Such as 2026Q3, in the bank''s zone';
COMMENT ON COLUMN complaints.regulator_return.version IS
    'One more than the version that was submitted last when this was prepared';
COMMENT ON COLUMN complaints.regulator_return.reason IS 'Why it corrects the version before; the first has none';
COMMENT ON COLUMN complaints.regulator_return.sha256 IS 'Hash of its figures, line by line';
CREATE INDEX regulator_return_quarter ON complaints.regulator_return (quarter, prepared_at);
CALL shared.make_immutable('complaints.regulator_return');
GRANT SELECT, INSERT ON complaints.regulator_return TO ${app_role};

CREATE TABLE complaints.return_case (
    return_id    uuid        NOT NULL REFERENCES complaints.regulator_return DEFERRABLE INITIALLY DEFERRED,
    complaint_id uuid        NOT NULL REFERENCES complaints.complaint,
    received_at  timestamptz NOT NULL,
    branch       varchar(20),
    channel      varchar(10) NOT NULL,
    business     varchar(100),
    cause        varchar(24),
    status       varchar(10) NOT NULL,
    on_time      boolean,
    PRIMARY KEY (return_id, complaint_id)
);
COMMENT ON TABLE complaints.return_case IS
    'The cases that a return counts, as they stood when it was prepared; its figures are their sums; immutable';
COMMENT ON COLUMN complaints.return_case.on_time IS
    'Whether it counts as answered in time or as late; null: not decided, or taken back in time';
CREATE INDEX return_case_complaint ON complaints.return_case (complaint_id);
CALL shared.make_immutable('complaints.return_case');
GRANT SELECT, INSERT ON complaints.return_case TO ${app_role};

CREATE TABLE complaints.return_submission (
    return_id    uuid         PRIMARY KEY REFERENCES complaints.regulator_return,
    quarter      varchar(6)     NOT NULL,
    version      integer      NOT NULL,
    submitted_by varchar(200) NOT NULL,
    submitted_at timestamptz  NOT NULL,
    UNIQUE (quarter, version)
);
COMMENT ON TABLE complaints.return_submission IS
    'That a return was submitted, by whom and when; one of each version of a quarter; immutable';
CALL shared.make_immutable('complaints.return_submission');
GRANT SELECT, INSERT ON complaints.return_submission TO ${app_role};
