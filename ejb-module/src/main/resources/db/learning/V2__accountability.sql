-- Who answers for what went wrong: points by dated rules, appeals, and what a sum of points leads to.

CREATE TABLE learning.violation_rule (
    code         varchar(20)  NOT NULL CHECK (code ~ '^[A-Z0-9-]{1,20}$'),
    valid_from   date         NOT NULL,
    name         varchar(100) NOT NULL,
    points       integer      NOT NULL CHECK (points BETWEEN 1 AND 100),
    lapse_months integer      NOT NULL CHECK (lapse_months BETWEEN 1 AND 120),
    source       varchar(500) NOT NULL,
    set_by       varchar(200) NOT NULL DEFAULT 'system',
    set_at       timestamptz  NOT NULL DEFAULT now(),
    PRIMARY KEY (code, valid_from)
);
COMMENT ON TABLE learning.violation_rule IS
    'How many points a violation gives and after how many months they lapse, from which day on; immutable';
CALL shared.make_immutable('learning.violation_rule');
GRANT SELECT, INSERT ON learning.violation_rule TO ${app_role};
INSERT INTO learning.violation_rule (code, valid_from, name, points, lapse_months, source) VALUES
    ('ATTITUDE', '2020-01-01', '服务态度恶劣', 2, 12, '银行员工违规积分的通行做法，分值待本行制度核定'),
    ('MIS-SALE', '2020-01-01', '误导销售', 6, 24, '银行员工违规积分的通行做法，分值待本行制度核定'),
    ('CONCEAL', '2020-01-01', '隐瞒、压下投诉', 10, 36, '银行业保险业消费投诉处理管理办法（2020年第3号）要求追究责任；分值待本行制度核定'),
    ('LATE', '2020-01-01', '逾期未答复', 1, 12, '银行员工违规积分的通行做法，分值待本行制度核定'),
    ('LEAK', '2020-01-01', '泄露客户信息', 10, 36, '银行员工违规积分的通行做法，分值待本行制度核定');

CREATE TABLE learning.threshold (
    points      integer      NOT NULL CHECK (points BETWEEN 1 AND 1000),
    valid_from  date         NOT NULL,
    consequence varchar(10)  NOT NULL CHECK (consequence IN ('TALK', 'TRAINING', 'OFF_DUTY', 'NONE')),
    source      varchar(500) NOT NULL,
    set_by      varchar(200) NOT NULL DEFAULT 'system',
    set_at      timestamptz  NOT NULL DEFAULT now(),
    PRIMARY KEY (points, valid_from)
);
COMMENT ON TABLE learning.threshold IS
    'What a sum of standing points leads to, from which day on; NONE ends it; immutable';
CALL shared.make_immutable('learning.threshold');
GRANT SELECT, INSERT ON learning.threshold TO ${app_role};
INSERT INTO learning.threshold (points, valid_from, consequence, source) VALUES
    (3, '2020-01-01', 'TALK', '通行做法，待本行制度核定'),
    (6, '2020-01-01', 'TRAINING', '通行做法，待本行制度核定'),
    (12, '2020-01-01', 'OFF_DUTY', '通行做法，待本行制度核定');

CREATE TABLE learning.violation (
    id               uuid          PRIMARY KEY,
    version          integer       NOT NULL,
    staff            varchar(200)  NOT NULL,
    complaint_id     uuid          NOT NULL,
    complaint_number varchar(24)   NOT NULL,
    customer_id      uuid,
    rule             varchar(20)   NOT NULL,
    rule_from        date          NOT NULL,
    points           integer       NOT NULL CHECK (points BETWEEN 1 AND 100),
    reason           varchar(2000) NOT NULL,
    given_by         varchar(200)  NOT NULL,
    given_at         timestamptz   NOT NULL,
    lapses_on        date          NOT NULL,
    appeal_until     date          NOT NULL,
    status           varchar(10)   NOT NULL CHECK (status IN ('STANDING', 'APPEALED', 'UPHELD', 'LIFTED')),
    grounds          varchar(4000),
    appealed_at      timestamptz,
    decision         varchar(2000),
    decided_by       varchar(200),
    decided_at       timestamptz,
    FOREIGN KEY (rule, rule_from) REFERENCES learning.violation_rule (code, valid_from),
    CHECK (staff <> given_by),
    CHECK ((status = 'STANDING') = (appealed_at IS NULL)),
    CHECK ((status IN ('UPHELD', 'LIFTED')) = (decided_at IS NOT NULL)),
    CHECK (decided_by IS NULL OR decided_by NOT IN (staff, given_by))
);
COMMENT ON TABLE learning.violation IS
    'Points given to a member of the staff for a complaint; nobody gives himself any, and an appeal is decided by somebody else';
COMMENT ON COLUMN learning.violation.lapses_on IS 'First day on which the points no longer count';
CREATE UNIQUE INDEX violation_once ON learning.violation (staff, complaint_id, rule) WHERE status <> 'LIFTED';
CREATE INDEX violation_staff ON learning.violation (staff, given_at, id);
CREATE INDEX violation_given ON learning.violation (given_at, id);
CREATE INDEX violation_complaint ON learning.violation (complaint_id);
CREATE INDEX violation_customer ON learning.violation (customer_id) WHERE customer_id IS NOT NULL;
CALL shared.keep_history('learning.violation', '${app_role}', 'version');
GRANT SELECT, INSERT, UPDATE ON learning.violation TO ${app_role};

CREATE TABLE learning.reached (
    violation_id uuid        NOT NULL REFERENCES learning.violation,
    points       integer     NOT NULL,
    consequence  varchar(10) NOT NULL,
    sum          integer     NOT NULL,
    reached_at   timestamptz NOT NULL,
    PRIMARY KEY (violation_id, points)
);
COMMENT ON TABLE learning.reached IS 'Thresholds that a violation has made somebody reach; immutable';
CALL shared.make_immutable('learning.reached');
GRANT SELECT, INSERT ON learning.reached TO ${app_role};
