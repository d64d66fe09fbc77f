-- Deadlines by rule, kind and complexity, in calendar or working days; calendars with make-up days;
-- extensions.

CREATE TABLE complaints.calendar (
    code        varchar(20)  NOT NULL,
    version     integer      NOT NULL CHECK (version >= 1),
    known_until date         NOT NULL,
    source      varchar(500) NOT NULL,
    PRIMARY KEY (code, version)
);
COMMENT ON TABLE complaints.calendar IS
    'Which days are worked, by place and version; immutable: a new announcement is a new version';
COMMENT ON COLUMN complaints.calendar.known_until IS
    'The last day that is announced; after it Mondays to Fridays count as worked';

CREATE TABLE complaints.calendar_day (
    code    varchar(20)  NOT NULL,
    version integer      NOT NULL,
    day     date         NOT NULL,
    worked  boolean      NOT NULL,
    name    varchar(100) NOT NULL,
    PRIMARY KEY (code, version, day),
    FOREIGN KEY (code, version) REFERENCES complaints.calendar (code, version)
);
COMMENT ON TABLE complaints.calendar_day IS
    'Days that differ from the week: weekdays that are free, and days of rest that are worked';

INSERT INTO complaints.calendar (code, version, known_until, source) VALUES
    ('CN', 1, '2026-12-31', '国务院办公厅关于2025年、2026年部分节假日安排的通知'),
    ('GB-ENG', 1, '2027-12-31', 'gov.uk/bank-holidays, England and Wales');

INSERT INTO complaints.calendar_day (code, version, day, worked, name)
SELECT 'CN', 1, d::date, false, name
  FROM (VALUES ('2025-01-01', '2025-01-01', '元旦'), ('2025-01-28', '2025-02-04', '春节'),
               ('2025-04-04', '2025-04-06', '清明节'), ('2025-05-01', '2025-05-05', '劳动节'),
               ('2025-05-31', '2025-06-02', '端午节'), ('2025-10-01', '2025-10-08', '国庆节、中秋节'),
               ('2026-01-01', '2026-01-03', '元旦'), ('2026-02-15', '2026-02-23', '春节'),
               ('2026-04-04', '2026-04-06', '清明节'), ('2026-05-01', '2026-05-05', '劳动节'),
               ('2026-06-19', '2026-06-21', '端午节'), ('2026-09-25', '2026-09-27', '中秋节'),
               ('2026-10-01', '2026-10-07', '国庆节')) AS holiday (first, last, name),
       generate_series(first::date, last::date, interval '1 day') AS d;
INSERT INTO complaints.calendar_day (code, version, day, worked, name)
SELECT 'CN', 1, day::date, true, name
  FROM (VALUES ('2025-01-26', '春节调休'), ('2025-02-08', '春节调休'), ('2025-04-27', '劳动节调休'),
               ('2025-09-28', '国庆节调休'), ('2025-10-11', '国庆节调休'), ('2026-01-04', '元旦调休'),
               ('2026-02-14', '春节调休'), ('2026-02-28', '春节调休'), ('2026-05-09', '劳动节调休'),
               ('2026-09-20', '国庆节调休'), ('2026-10-10', '国庆节调休')) AS made_up (day, name);
INSERT INTO complaints.calendar_day (code, version, day, worked, name)
SELECT 'GB-ENG', 1, day::date, false, name
  FROM (VALUES ('2025-01-01', 'New Year''s Day'), ('2025-04-18', 'Good Friday'),
               ('2025-04-21', 'Easter Monday'), ('2025-05-05', 'Early May bank holiday'),
               ('2025-05-26', 'Spring bank holiday'), ('2025-08-25', 'Summer bank holiday'),
               ('2025-12-25', 'Christmas Day'), ('2025-12-26', 'Boxing Day'),
               ('2026-01-01', 'New Year''s Day'), ('2026-04-03', 'Good Friday'),
               ('2026-04-06', 'Easter Monday'), ('2026-05-04', 'Early May bank holiday'),
               ('2026-05-25', 'Spring bank holiday'), ('2026-08-31', 'Summer bank holiday'),
               ('2026-12-25', 'Christmas Day'), ('2026-12-28', 'Boxing Day (substitute day)'),
               ('2027-01-01', 'New Year''s Day'), ('2027-03-26', 'Good Friday'),
               ('2027-03-29', 'Easter Monday'), ('2027-05-03', 'Early May bank holiday'),
               ('2027-05-31', 'Spring bank holiday'), ('2027-08-30', 'Summer bank holiday'),
               ('2027-12-27', 'Christmas Day (substitute day)'),
               ('2027-12-28', 'Boxing Day (substitute day)')) AS holiday (day, name);

CALL shared.make_immutable('complaints.calendar');
CALL shared.make_immutable('complaints.calendar_day');
GRANT SELECT ON complaints.calendar, complaints.calendar_day TO ${app_role};

ALTER TABLE complaints.rule_pack
    ADD COLUMN calendar varchar(20);
COMMENT ON COLUMN complaints.rule_pack.calendar IS
    'Calendar whose working days count, where a deadline counts working days';

CREATE TABLE complaints.deadline (
    code       varchar(20) NOT NULL,
    version    integer     NOT NULL,
    kind       varchar(10) NOT NULL CHECK (kind IN ('SUMMARY', 'ANSWER', 'FINAL', 'REVIEW')),
    complexity varchar(10) NOT NULL CHECK (complexity IN ('SIMPLE', 'COMPLEX')),
    days       integer     NOT NULL CHECK (days > 0),
    day_kind   varchar(10) NOT NULL CHECK (day_kind IN ('CALENDAR', 'WORKING')),
    extra_days integer     NOT NULL DEFAULT 0 CHECK (extra_days >= 0),
    PRIMARY KEY (code, version, kind, complexity),
    FOREIGN KEY (code, version) REFERENCES complaints.rule_pack (code, version)
);
COMMENT ON TABLE complaints.deadline IS
    'The days that a rule gives for each kind of answer; immutable: a changed rule is a new version';
COMMENT ON COLUMN complaints.deadline.extra_days IS
    'Days that may be added once, with approval and told to the complainant; 0: none';

INSERT INTO complaints.deadline (code, version, kind, complexity, days, day_kind, extra_days)
SELECT code, version, kind, complexity,
       CASE kind WHEN 'ANSWER' THEN CASE complexity WHEN 'SIMPLE' THEN simple_days ELSE complex_days END
                 WHEN 'FINAL' THEN final_days
                 ELSE review_days END,
       'CALENDAR',
       CASE WHEN code = 'CN-2020-3' AND kind = 'ANSWER' AND complexity = 'COMPLEX' THEN 30 ELSE 0 END
  FROM complaints.rule_pack,
       unnest(ARRAY ['ANSWER', 'FINAL', 'REVIEW']) AS kind,
       unnest(ARRAY ['SIMPLE', 'COMPLEX']) AS complexity
 WHERE kind <> 'FINAL' OR final_days IS NOT NULL;

ALTER TABLE complaints.rule_pack
    DROP COLUMN day_kind,
    DROP COLUMN simple_days,
    DROP COLUMN complex_days,
    DROP COLUMN final_days,
    DROP COLUMN review_days;

INSERT INTO complaints.rule_pack (code, version, zone, calendar, in_force, source) VALUES
    ('CN-OLD', 1, NULL, 'CN', '2012-01-01',
     'Older bank notice: 15 working days, 60 working days at most'),
    ('UK-DISP', 1, 'Europe/London', 'GB-ENG', '2016-06-30',
     'FCA Handbook DISP 1.5, 1.6: summary resolution by the third business day, final response within '
     '8 weeks'),
    ('UK-DISP-PAY', 1, 'Europe/London', 'GB-ENG', '2018-01-13',
     'FCA Handbook DISP 1.6.2A, payment services and e-money: 15 business days, 35 in exceptional cases');
INSERT INTO complaints.deadline (code, version, kind, complexity, days, day_kind, extra_days)
SELECT code, 1, kind, complexity, days, day_kind, extra_days
  FROM (VALUES ('CN-OLD', 'ANSWER', 15, 'WORKING', 45), ('CN-OLD', 'REVIEW', 15, 'WORKING', 0),
               ('UK-DISP', 'SUMMARY', 3, 'WORKING', 0), ('UK-DISP', 'ANSWER', 56, 'CALENDAR', 0),
               ('UK-DISP', 'REVIEW', 56, 'CALENDAR', 0),
               ('UK-DISP-PAY', 'SUMMARY', 3, 'WORKING', 0),
               ('UK-DISP-PAY', 'ANSWER', 15, 'WORKING', 20),
               ('UK-DISP-PAY', 'REVIEW', 15, 'WORKING', 0)) AS d (code, kind, days, day_kind, extra_days),
       unnest(ARRAY ['SIMPLE', 'COMPLEX']) AS complexity;
CALL shared.make_immutable('complaints.deadline');
GRANT SELECT ON complaints.deadline TO ${app_role};

ALTER TABLE complaints.complaint
    ADD COLUMN calendar_version integer;
COMMENT ON COLUMN complaints.complaint.calendar_version IS
    'Version of the rule''s calendar by which all working days of this case count; null: none do';

ALTER TABLE complaints.clock
    ADD COLUMN day_kind varchar(10) NOT NULL DEFAULT 'CALENDAR'
        CHECK (day_kind IN ('CALENDAR', 'WORKING')),
    ADD COLUMN extra_days integer NOT NULL DEFAULT 0 CHECK (extra_days >= 0),
    ADD COLUMN further_days integer NOT NULL DEFAULT 0 CHECK (further_days >= 0),
    DROP CONSTRAINT clock_kind_check,
    ADD CHECK (kind IN ('SUMMARY', 'ANSWER', 'FINAL', 'REVIEW'));
COMMENT ON COLUMN complaints.clock.extra_days IS
    'Days added to the rule''s by an approved extension; the due day has them in it';
COMMENT ON COLUMN complaints.clock.further_days IS
    'Days that the rule allows to be added once, 0 when none or when they are added already';

ALTER TABLE complaints.step
    DROP CONSTRAINT step_step_check,
    ADD CHECK (step IN ('RECORD', 'IMPORT', 'ACCEPT', 'ASSIGN', 'EXTEND', 'ANALYSE', 'HANDLE',
        'FEED_BACK', 'CONTEST', 'CLOSE', 'WITHDRAW'));
