GRANT USAGE ON SCHEMA complaints TO ${app_role};

CREATE TABLE complaints.rule_pack (
    code         varchar(20)  NOT NULL,
    version      integer      NOT NULL CHECK (version >= 1),
    day_kind     varchar(10)  NOT NULL CHECK (day_kind IN ('CALENDAR')),
    zone         varchar(50),
    simple_days  integer      NOT NULL CHECK (simple_days > 0),
    complex_days integer      NOT NULL CHECK (complex_days >= simple_days),
    final_days   integer      CHECK (final_days >= complex_days),
    review_days  integer      NOT NULL CHECK (review_days > 0),
    in_force     date         NOT NULL,
    source       varchar(500) NOT NULL,
    PRIMARY KEY (code, version)
);
COMMENT ON TABLE complaints.rule_pack IS
    'How long an answer may take, by rule and version; immutable: a changed rule is a new version';
COMMENT ON COLUMN complaints.rule_pack.zone IS 'Zone whose days count; null: the bank''s own';
COMMENT ON COLUMN complaints.rule_pack.final_days IS
    'Days for the final answer when the first one was that more time is needed; null: no such answer';
COMMENT ON COLUMN complaints.rule_pack.review_days IS
    'Days to answer again when the complainant contests the answer';

INSERT INTO complaints.rule_pack
    (code, version, day_kind, zone, simple_days, complex_days, final_days, review_days, in_force, source)
VALUES
    ('CN-2020-3', 1, 'CALENDAR', NULL, 15, 30, NULL, 30, '2020-03-01',
     '银行业保险业消费投诉处理管理办法（中国银保监会令2020年第3号）；核查期限为参数，未见原文确认'),
    ('US-CFPB', 1, 'CALENDAR', 'America/New_York', 15, 15, 60, 60, '2012-01-01',
     'CFPB company response: 15 days, else in progress and final by day 60; feedback for 60 days');

CALL shared.make_immutable('complaints.rule_pack');
GRANT SELECT ON complaints.rule_pack TO ${app_role};

CREATE SEQUENCE complaints.number_seq;
GRANT USAGE ON SEQUENCE complaints.number_seq TO ${app_role};

CREATE TABLE complaints.complaint (
    id                  uuid          PRIMARY KEY,
    version             integer       NOT NULL,
    number              varchar(24)   NOT NULL UNIQUE,
    status              varchar(10)   NOT NULL,
    channel             varchar(10)   NOT NULL CHECK (channel IN
        ('COUNTER', 'HOTLINE', 'APP', 'WEB', 'LETTER', 'CALLBACK', 'SOCIAL', 'REGULATOR')),
    source              varchar(20)   NOT NULL,
    external_ref        varchar(64),
    branch              varchar(20),
    customer_id         uuid,
    complainant_name    varchar(100),
    complainant_contact varchar(200),
    narrative           varchar(10000),
    product             varchar(200)  NOT NULL,
    sub_product         varchar(200),
    issue               varchar(200),
    sub_issue           varchar(200),
    complexity          varchar(10)   NOT NULL CHECK (complexity IN ('SIMPLE', 'COMPLEX')),
    received_at         timestamptz   NOT NULL,
    recorded_at         timestamptz   NOT NULL,
    rule_pack           varchar(20)   NOT NULL,
    rule_version        integer       NOT NULL,
    due_at              timestamptz   NOT NULL,
    due_on              date          NOT NULL,
    open                boolean       NOT NULL,
    ticking             boolean       NOT NULL,
    handler             varchar(200),
    handler_name        varchar(200),
    cause               varchar(24)   CHECK (cause IN
        ('SERVICE_ATTITUDE', 'FACILITIES', 'RULES_PROCESS', 'MARKETING', 'DISCLOSURE', 'RETURNS',
         'CHOICE', 'CONTRACT_TERMS', 'FUND_SAFETY', 'INFORMATION_SAFETY')),
    business            varchar(100),
    department          varchar(100),
    finding             varchar(4000),
    resolution          varchar(24)   CHECK (resolution IN
        ('EXPLANATION', 'NON_MONETARY_RELIEF', 'MONETARY_RELIEF', 'NO_RELIEF', 'NOT_STATED')),
    measures            varchar(4000),
    answer              varchar(4000),
    answer_channel      varchar(10)   CHECK (answer_channel IN
        ('COUNTER', 'HOTLINE', 'APP', 'WEB', 'LETTER', 'CALLBACK', 'SOCIAL', 'REGULATOR')),
    answered_at         timestamptz,
    satisfaction        integer       CHECK (satisfaction BETWEEN 1 AND 5),
    root_cause          varchar(4000),
    closed_at           timestamptz,
    on_time             boolean,
    step_count          integer       NOT NULL CHECK (step_count >= 1),
    FOREIGN KEY (rule_pack, rule_version) REFERENCES complaints.rule_pack (code, version),
    CHECK (status IN
        ('RECORDED', 'ACCEPTED', 'ANALYSED', 'HANDLED', 'FED_BACK', 'CLOSED', 'WITHDRAWN')),
    CHECK (open = (status NOT IN ('CLOSED', 'WITHDRAWN'))),
    CHECK (ticking = (status IN ('RECORDED', 'ACCEPTED', 'ANALYSED', 'HANDLED'))),
    CHECK (open = (closed_at IS NULL) OR source <> 'HEYI'),
    CHECK ((source = 'HEYI') OR (external_ref IS NOT NULL)),
    CHECK (char_length(narrative) >= 1 OR source <> 'HEYI' AND narrative IS NULL),
    CHECK (customer_id IS NOT NULL OR complainant_contact IS NOT NULL OR source <> 'HEYI'),
    CHECK (status IN ('RECORDED', 'CLOSED', 'WITHDRAWN') OR handler IS NOT NULL OR source <> 'HEYI'),
    CHECK (status NOT IN ('ANALYSED', 'HANDLED', 'FED_BACK') OR cause IS NOT NULL),
    CHECK (status NOT IN ('HANDLED', 'FED_BACK') OR resolution IS NOT NULL),
    CHECK (status <> 'FED_BACK' OR answer IS NOT NULL),
    CHECK (status <> 'CLOSED' OR resolution IS NOT NULL),
    CHECK (status <> 'CLOSED' OR root_cause IS NOT NULL OR source <> 'HEYI')
);
COMMENT ON TABLE complaints.complaint IS 'One complaint and where it stands';
COMMENT ON COLUMN complaints.complaint.source IS
    'Who numbers the matter: HEYI itself, or the body outside whose number is external_ref';
COMMENT ON COLUMN complaints.complaint.due_at IS
    'First instant that is too late, by the clock that runs or ran last; frozen when the clock starts';
COMMENT ON COLUMN complaints.complaint.due_on IS 'The last day that is in time, in the rule''s zone';
COMMENT ON COLUMN complaints.complaint.ticking IS 'Whether an answer is owed, so that a clock runs';
COMMENT ON COLUMN complaints.complaint.on_time IS
    'Whether every clock was met; null while that is open, or where an outside source does not say';
CREATE UNIQUE INDEX complaint_external ON complaints.complaint (source, external_ref)
    WHERE external_ref IS NOT NULL;
CREATE INDEX complaint_received ON complaints.complaint (received_at, id);
CREATE INDEX complaint_due ON complaints.complaint (due_at, id);
CREATE INDEX complaint_status ON complaints.complaint (status, received_at, id);
CREATE INDEX complaint_branch ON complaints.complaint (branch, received_at, id)
    WHERE branch IS NOT NULL;
CREATE INDEX complaint_customer ON complaints.complaint (customer_id, received_at, id)
    WHERE customer_id IS NOT NULL;
CREATE INDEX complaint_product ON complaints.complaint (product, received_at, id);
CREATE INDEX complaint_handler ON complaints.complaint (handler, due_at, id)
    WHERE open AND handler IS NOT NULL;
CREATE INDEX complaint_ticking ON complaints.complaint (due_at, id) WHERE ticking;
CREATE INDEX complaint_open ON complaints.complaint (status) WHERE open;
CREATE INDEX complaint_figures ON complaints.complaint (received_at, channel, on_time);
GRANT SELECT, INSERT, UPDATE ON complaints.complaint TO ${app_role};

CREATE TABLE complaints.step (
    id           uuid          PRIMARY KEY,
    complaint_id uuid          NOT NULL REFERENCES complaints.complaint,
    seq          integer       NOT NULL CHECK (seq >= 1),
    step         varchar(10)   NOT NULL CHECK (step IN ('RECORD', 'IMPORT', 'ACCEPT', 'ASSIGN',
        'ANALYSE', 'HANDLE', 'FEED_BACK', 'CONTEST', 'CLOSE', 'WITHDRAW')),
    from_status  varchar(10),
    to_status    varchar(10)   NOT NULL,
    taken_at     timestamptz   NOT NULL,
    who          varchar(200)  NOT NULL,
    who_name     varchar(200)  NOT NULL,
    roles        varchar(200)  NOT NULL,
    branch       varchar(20),
    detail       json          NOT NULL,
    UNIQUE (complaint_id, seq),
    CHECK ((from_status IS NULL) = (step IN ('RECORD', 'IMPORT'))),
    CHECK ((seq = 1) = (from_status IS NULL))
);
COMMENT ON TABLE complaints.step IS
    'Every step of every complaint with who, when, from, to and what was said; immutable';
CALL shared.make_immutable('complaints.step');
GRANT SELECT, INSERT ON complaints.step TO ${app_role};

CREATE TABLE complaints.clock (
    id           uuid        PRIMARY KEY,
    complaint_id uuid        NOT NULL REFERENCES complaints.complaint,
    kind         varchar(10) NOT NULL CHECK (kind IN ('ANSWER', 'FINAL', 'REVIEW')),
    started_at   timestamptz NOT NULL,
    due_at       timestamptz NOT NULL CHECK (due_at > started_at),
    due_on       date        NOT NULL,
    days         integer     NOT NULL CHECK (days > 0),
    stopped_at   timestamptz,
    met          boolean,
    CHECK (stopped_at IS NULL OR met IS NOT NULL)
);
COMMENT ON TABLE complaints.clock IS
    'The deadlines of a complaint; one that is neither stopped nor known to be met or missed runs';
CREATE INDEX clock_complaint ON complaints.clock (complaint_id);
GRANT SELECT, INSERT, UPDATE ON complaints.clock TO ${app_role};

CREATE TABLE complaints.cfpb_record (
    complaint_id              uuid          PRIMARY KEY REFERENCES complaints.complaint,
    cfpb_id                   bigint        NOT NULL UNIQUE,
    date_received             date          NOT NULL,
    date_sent_to_company      date          NOT NULL CHECK (date_sent_to_company >= date_received),
    product                   varchar(200)  NOT NULL,
    sub_product               varchar(200),
    issue                     varchar(200)  NOT NULL,
    sub_issue                 varchar(200),
    company                   varchar(200),
    company_response          varchar(100)  NOT NULL,
    company_public_response   varchar(300),
    consumer_consent_provided varchar(50),
    consumer_disputed         varchar(10),
    narrative                 varchar(10000),
    state                     varchar(60),
    zip_code                  varchar(10),
    tags                      varchar(100),
    timely                    varchar(10),
    submitted_via             varchar(50)   NOT NULL
);
COMMENT ON TABLE complaints.cfpb_record IS
    'The 18 fields of a complaint of the US CFPB as published, beside the complaint made from it';
GRANT SELECT, INSERT, UPDATE ON complaints.cfpb_record TO ${app_role};
