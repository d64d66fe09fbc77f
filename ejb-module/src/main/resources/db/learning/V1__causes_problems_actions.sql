-- Learning from complaints: why they arose, the problem behind many of them, and what is mended so
-- that it does not again.

GRANT USAGE ON SCHEMA learning TO ${app_role};

CREATE TABLE learning.cause (
    code        varchar(30)  PRIMARY KEY CHECK (code ~ '^[A-Z0-9]{1,10}(-[A-Z0-9]{1,10}){0,4}$'),
    version     integer      NOT NULL,
    parent      varchar(30)  REFERENCES learning.cause,
    name        varchar(100) NOT NULL,
    description varchar(500),
    retired_on  date,
    CHECK (parent <> code)
);
COMMENT ON TABLE learning.cause IS
    'The tree of root causes; a node is retired, never deleted, so that cases keep theirs';
CREATE INDEX cause_parent ON learning.cause (parent);
CALL shared.keep_history('learning.cause', '${app_role}', 'version');
GRANT SELECT, INSERT, UPDATE ON learning.cause TO ${app_role};

INSERT INTO learning.cause (code, version, parent, name, description) VALUES
    ('P', 0, NULL, '人员', '员工的态度、能力或操守'),
    ('P-1', 0, 'P', '服务态度', NULL),
    ('P-2', 0, 'P', '业务不熟', '未经培训或培训后不会做'),
    ('P-3', 0, 'P', '不当销售', '误导、夸大、代客操作'),
    ('F', 0, NULL, '流程与制度', '照章办事仍然出错'),
    ('F-1', 0, 'F', '流程缺失', NULL),
    ('F-2', 0, 'F', '流程繁琐', '要求客户提供银行已有的资料'),
    ('F-3', 0, 'F', '审批超时', NULL),
    ('S', 0, NULL, '系统', NULL),
    ('S-1', 0, 'S', '系统故障', NULL),
    ('S-2', 0, 'S', '数据错误', NULL),
    ('S-3', 0, 'S', '界面误导', NULL),
    ('C', 0, NULL, '产品与收费', NULL),
    ('C-1', 0, 'C', '收费不透明', NULL),
    ('C-2', 0, 'C', '条款难懂', NULL),
    ('C-3', 0, 'C', '信息披露不足', NULL),
    ('O', 0, NULL, '外部', '第三方、欺诈、客户误解'),
    ('O-1', 0, 'O', '合作机构', NULL),
    ('O-2', 0, 'O', '外部欺诈', NULL);

CREATE TABLE learning.case_cause (
    complaint_id uuid         PRIMARY KEY,
    version      integer      NOT NULL,
    cause        varchar(30)  NOT NULL REFERENCES learning.cause,
    customer_id  uuid,
    received_at  timestamptz  NOT NULL,
    set_by       varchar(200) NOT NULL,
    set_at       timestamptz  NOT NULL
);
COMMENT ON TABLE learning.case_cause IS 'The root cause of a complaint, as its handler found it';
COMMENT ON COLUMN learning.case_cause.received_at IS
    'When the complaint came in, and of whom: kept here because rates are reckoned by them';
CREATE INDEX case_cause_received ON learning.case_cause (cause, received_at);
CREATE INDEX case_cause_customer ON learning.case_cause (customer_id, cause, received_at)
    WHERE customer_id IS NOT NULL;
CALL shared.keep_history('learning.case_cause', '${app_role}', 'version');
GRANT SELECT, INSERT, UPDATE ON learning.case_cause TO ${app_role};

CREATE SEQUENCE learning.problem_seq;
GRANT USAGE ON SEQUENCE learning.problem_seq TO ${app_role};

CREATE TABLE learning.problem (
    id          uuid          PRIMARY KEY,
    version     integer       NOT NULL,
    number      varchar(24)   NOT NULL UNIQUE,
    title       varchar(200)  NOT NULL,
    description varchar(4000) NOT NULL,
    owner       varchar(200)  NOT NULL,
    cause       varchar(30)   REFERENCES learning.cause,
    status      varchar(10)   NOT NULL CHECK (status IN ('OPEN', 'IN_HAND', 'WATCHED', 'CLOSED')),
    opened_by   varchar(200)  NOT NULL,
    opened_at   timestamptz   NOT NULL,
    closed_at   timestamptz,
    conclusion  varchar(500),
    CHECK ((status = 'CLOSED') = (closed_at IS NOT NULL)),
    CHECK (status <> 'CLOSED' OR conclusion IS NOT NULL)
);
COMMENT ON TABLE learning.problem IS 'One systemic problem behind many complaints, and how far it is mended';
CREATE INDEX problem_opened ON learning.problem (opened_at, id);
CREATE INDEX problem_owner ON learning.problem (owner) WHERE status <> 'CLOSED';
CALL shared.keep_history('learning.problem', '${app_role}', 'version');
GRANT SELECT, INSERT, UPDATE ON learning.problem TO ${app_role};

CREATE TABLE learning.problem_case (
    id           uuid         PRIMARY KEY,
    version      integer      NOT NULL,
    problem_id   uuid         NOT NULL REFERENCES learning.problem,
    complaint_id uuid         NOT NULL,
    linked_by    varchar(200) NOT NULL,
    linked_at    timestamptz  NOT NULL,
    parted_by    varchar(200),
    parted_at    timestamptz,
    parted_why   varchar(500),
    CHECK ((parted_at IS NULL) = (parted_by IS NULL)),
    CHECK ((parted_at IS NULL) = (parted_why IS NULL))
);
COMMENT ON TABLE learning.problem_case IS
    'Which complaints belong to a problem; one that was parted again stays with the reason';
CREATE UNIQUE INDEX problem_case_once ON learning.problem_case (problem_id, complaint_id) WHERE parted_at IS NULL;
CREATE INDEX problem_case_complaint ON learning.problem_case (complaint_id);
CALL shared.keep_history('learning.problem_case', '${app_role}', 'version');
GRANT SELECT, INSERT, UPDATE ON learning.problem_case TO ${app_role};

CREATE TABLE learning.action (
    id           uuid          PRIMARY KEY,
    version      integer       NOT NULL,
    problem_id   uuid          NOT NULL REFERENCES learning.problem,
    what         varchar(2000) NOT NULL,
    department   varchar(100)  NOT NULL,
    owner        varchar(200)  NOT NULL,
    due_on       date          NOT NULL,
    status       varchar(10)   NOT NULL CHECK (status IN ('OPEN', 'DONE', 'EFFECTIVE', 'DROPPED')),
    round        integer       NOT NULL CHECK (round >= 1),
    check_months integer       NOT NULL CHECK (check_months BETWEEN 1 AND 24),
    planned_by   varchar(200)  NOT NULL,
    planned_at   timestamptz   NOT NULL,
    evidence     varchar(4000),
    done_by      varchar(200),
    done_at      timestamptz,
    check_on     date,
    dropped_why  varchar(500),
    CHECK (status NOT IN ('DONE', 'EFFECTIVE') OR (evidence IS NOT NULL AND done_at IS NOT NULL AND check_on IS NOT NULL)),
    CHECK ((status = 'DROPPED') = (dropped_why IS NOT NULL))
);
COMMENT ON TABLE learning.action IS
    'What is mended, by whom and until when; one that did not help is open again, in its next round';
COMMENT ON COLUMN learning.action.check_on IS 'First day on which it can be told whether it helped';
CREATE INDEX action_problem ON learning.action (problem_id, planned_at);
CREATE INDEX action_due ON learning.action (due_on, id) WHERE status = 'OPEN';
CREATE INDEX action_check ON learning.action (check_on, id) WHERE status = 'DONE';
CREATE INDEX action_planned ON learning.action (planned_at, id);
CALL shared.keep_history('learning.action', '${app_role}', 'version');
GRANT SELECT, INSERT, UPDATE ON learning.action TO ${app_role};

CREATE TABLE learning.effect (
    action_id      uuid         NOT NULL REFERENCES learning.action,
    round          integer      NOT NULL,
    checked_at     timestamptz  NOT NULL,
    checked_by     varchar(200) NOT NULL,
    months         integer      NOT NULL CHECK (months BETWEEN 1 AND 24),
    cause          varchar(30)  NOT NULL REFERENCES learning.cause,
    done_on        date         NOT NULL,
    cases_before   bigint       NOT NULL CHECK (cases_before >= 0),
    cases_after    bigint       NOT NULL CHECK (cases_after >= 0),
    repeats_before bigint       NOT NULL CHECK (repeats_before BETWEEN 0 AND cases_before),
    repeats_after  bigint       NOT NULL CHECK (repeats_after BETWEEN 0 AND cases_after),
    effective      boolean      NOT NULL,
    PRIMARY KEY (action_id, round)
);
COMMENT ON TABLE learning.effect IS
    'Whether an action helped, with the figures by which that was told; immutable';
COMMENT ON COLUMN learning.effect.repeats_before IS
    'Of the cases of the cause in as many months before it was done, those of a customer who had complained of it within 90 days before';
CALL shared.make_immutable('learning.effect');
GRANT SELECT, INSERT ON learning.effect TO ${app_role};
