-- Care after the answer: what the staff is told, second failures, winning back, how it was for the
-- customer.

CREATE TABLE learning.notice (
    id        uuid          PRIMARY KEY,
    version   integer       NOT NULL,
    dedup_key varchar(200)  NOT NULL UNIQUE,
    account   varchar(200),
    role      varchar(30),
    kind      varchar(24)   NOT NULL,
    args      varchar(1000) NOT NULL,
    subject   varchar(100),
    told_at   timestamptz   NOT NULL,
    seen_by   varchar(200),
    seen_at   timestamptz,
    CHECK ((account IS NULL) <> (role IS NULL)),
    CHECK ((seen_at IS NULL) = (seen_by IS NULL))
);
COMMENT ON TABLE learning.notice IS
    'What a member of the staff, or all of a role, is told on his desk until somebody says he has seen it';
COMMENT ON COLUMN learning.notice.args IS 'What fills the text of its kind, as JSON; numbers of cases and days, no names of customers';
CREATE INDEX notice_account ON learning.notice (account, told_at) WHERE seen_at IS NULL;
CREATE INDEX notice_role ON learning.notice (role, told_at) WHERE seen_at IS NULL;
GRANT SELECT, INSERT, UPDATE (version, seen_by, seen_at) ON learning.notice TO ${app_role};

CREATE TABLE learning.failure (
    id           uuid        PRIMARY KEY,
    customer_id  uuid        NOT NULL,
    complaint_id uuid        NOT NULL,
    number       varchar(24) NOT NULL,
    kind         varchar(10) NOT NULL CHECK (kind IN ('COMPLAINED', 'CONTESTED', 'LATE')),
    happened_at  timestamptz NOT NULL
);
COMMENT ON TABLE learning.failure IS
    'Times when the bank failed a customer: he complained, contested an answer, or got none in time; immutable';
CREATE INDEX failure_customer ON learning.failure (customer_id, happened_at, id);
CALL shared.make_immutable('learning.failure');
GRANT SELECT, INSERT ON learning.failure TO ${app_role};

CREATE TABLE learning.second_failure (
    id           uuid          PRIMARY KEY,
    version      integer       NOT NULL,
    first_id     uuid          NOT NULL REFERENCES learning.failure,
    second_id    uuid          NOT NULL UNIQUE REFERENCES learning.failure,
    customer_id  uuid          NOT NULL,
    complaint_id uuid          NOT NULL,
    days_between integer       NOT NULL CHECK (days_between >= 0),
    raised_at    timestamptz   NOT NULL,
    handled_by   varchar(200),
    handled_at   timestamptz,
    handling     varchar(2000),
    CHECK (first_id <> second_id),
    CHECK ((handled_at IS NULL) = (handled_by IS NULL)),
    CHECK ((handled_at IS NULL) OR (handling IS NOT NULL))
);
COMMENT ON TABLE learning.second_failure IS
    'A second failure soon after the first, the worst sign that a customer leaves; raised once for a pair';
CREATE INDEX second_failure_raised ON learning.second_failure (raised_at, id);
CREATE INDEX second_failure_open ON learning.second_failure (raised_at, id) WHERE handled_at IS NULL;
CREATE INDEX second_failure_customer ON learning.second_failure (customer_id);
CALL shared.keep_history('learning.second_failure', '${app_role}', 'version');
GRANT SELECT, INSERT, UPDATE ON learning.second_failure TO ${app_role};

CREATE TABLE learning.win_back (
    id           uuid          PRIMARY KEY,
    version      integer       NOT NULL,
    complaint_id uuid          NOT NULL,
    number       varchar(24)   NOT NULL,
    customer_id  uuid          NOT NULL,
    owner        varchar(200)  NOT NULL,
    due_on       date          NOT NULL,
    plan         varchar(2000) NOT NULL,
    planned_by   varchar(200)  NOT NULL,
    planned_at   timestamptz   NOT NULL,
    outcome      varchar(12)   CHECK (outcome IN ('STAYS', 'UNDECIDED', 'LEAVES', 'NOT_REACHED')),
    result       varchar(2000),
    done_by      varchar(200),
    done_at      timestamptz,
    again_at     timestamptz,
    CHECK ((done_at IS NULL) = (outcome IS NULL)),
    CHECK ((done_at IS NULL) = (result IS NULL)),
    CHECK (again_at IS NULL OR done_at IS NOT NULL)
);
COMMENT ON TABLE learning.win_back IS 'What somebody is to do so that a customer stays, and what came of it';
COMMENT ON COLUMN learning.win_back.again_at IS
    'When he complained again, if within 90 days: then he was not won back, whatever the outcome says';
CREATE INDEX win_back_due ON learning.win_back (due_on, id);
CREATE INDEX win_back_owner ON learning.win_back (owner, due_on) WHERE done_at IS NULL;
CREATE INDEX win_back_customer ON learning.win_back (customer_id, done_at);
CREATE INDEX win_back_complaint ON learning.win_back (complaint_id);
CALL shared.keep_history('learning.win_back', '${app_role}', 'version');
GRANT SELECT, INSERT, UPDATE ON learning.win_back TO ${app_role};

CREATE TABLE learning.survey (
    id           uuid          PRIMARY KEY,
    version      integer       NOT NULL,
    complaint_id uuid          NOT NULL,
    number       varchar(24)   NOT NULL,
    customer_id  uuid,
    branch       varchar(20),
    token_hash   char(64)      NOT NULL UNIQUE,
    asked_at     timestamptz   NOT NULL,
    expires_at   timestamptz   NOT NULL,
    satisfaction integer       CHECK (satisfaction BETWEEN 1 AND 5),
    effort       integer       CHECK (effort BETWEEN 1 AND 7),
    remark       varchar(1000),
    answered_at  timestamptz,
    entered_by   varchar(200),
    CHECK ((answered_at IS NULL) = (satisfaction IS NULL)),
    CHECK ((answered_at IS NULL) = (effort IS NULL)),
    CHECK (answered_at IS NOT NULL OR entered_by IS NULL)
);
COMMENT ON TABLE learning.survey IS
    'How it was for the complainant, asked once at each closing: satisfaction 1 to 5, effort (CES) 1 to 7; raw answers';
COMMENT ON COLUMN learning.survey.token_hash IS 'SHA-256 of the one-time token; the token itself is only in the link';
COMMENT ON COLUMN learning.survey.entered_by IS 'Who of the staff took the answer down, or null when the complainant gave it by the link';
CREATE INDEX survey_asked ON learning.survey (asked_at, id);
CREATE INDEX survey_complaint ON learning.survey (complaint_id);
CREATE INDEX survey_customer ON learning.survey (customer_id) WHERE customer_id IS NOT NULL;
CALL shared.keep_history('learning.survey', '${app_role}', 'version');
GRANT SELECT, INSERT, UPDATE ON learning.survey TO ${app_role};
