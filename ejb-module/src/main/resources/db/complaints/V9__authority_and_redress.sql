-- Levels of authority, who works at the desk, and what complainants are given.

-- The steps and statuses that the process has now.
DO
$$
DECLARE
    rule record;
BEGIN
    FOR rule IN
        SELECT conrelid::regclass AS target, conname
          FROM pg_constraint
         WHERE contype = 'c'
           AND (conrelid = 'complaints.step'::regclass
                AND pg_get_expr(conbin, conrelid) ~ 'step.*''RECORD''.*''CLOSE'''
                OR conrelid = 'complaints.complaint'::regclass
                AND (pg_get_expr(conbin, conrelid) ~ 'status.*''RECORDED''.*''ANALYSED''.*''WITHDRAWN'''
                     OR pg_get_expr(conbin, conrelid) ~ 'ticking'
                     OR pg_get_expr(conbin, conrelid) ~ 'handler IS NOT NULL'))
    LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', rule.target, rule.conname);
    END LOOP;
END
$$;
ALTER TABLE complaints.step
    ALTER COLUMN step TYPE varchar(20),
    ADD CONSTRAINT step_known CHECK (step IN ('RECORD', 'IMPORT', 'NAME_STAFF', 'ACCEPT', 'ASSIGN',
        'ESCALATE', 'EXTEND', 'PAUSE', 'RESUME', 'ANALYSE', 'HANDLE', 'COMPENSATE', 'TAKE_BACK',
        'FEED_BACK', 'AGREE', 'CONTEST', 'WIN_BACK', 'HOLD_TO_ACCOUNT', 'CLOSE', 'RECTIFY', 'REVIEW',
        'REOPEN', 'WITHDRAW'));
ALTER TABLE complaints.complaint
    ADD COLUMN level varchar(12) NOT NULL DEFAULT 'BRANCH'
        CHECK (level IN ('BRANCH', 'REGION', 'HEAD_OFFICE', 'SENIOR')),
    ADD CONSTRAINT complaint_status_known CHECK (status IN
        ('RECORDED', 'ACCEPTED', 'WAITING', 'ANALYSED', 'HANDLED', 'FED_BACK', 'CLOSED', 'WITHDRAWN')),
    ADD CONSTRAINT complaint_ticks_while_owed CHECK (
        NOT ticking AND status IN ('FED_BACK', 'CLOSED', 'WITHDRAWN', 'WAITING')
        OR ticking AND status IN ('RECORDED', 'ACCEPTED', 'WAITING', 'ANALYSED', 'HANDLED')),
    ADD CONSTRAINT complaint_has_a_handler CHECK (
        status IN ('RECORDED', 'CLOSED', 'WITHDRAWN') OR handler IS NOT NULL OR source <> 'HEYI'
        OR level <> 'BRANCH');
ALTER TABLE complaints.complaint ALTER COLUMN level DROP DEFAULT;
ALTER TABLE complaints.complaint_history ADD COLUMN level varchar(12);
COMMENT ON COLUMN complaints.complaint.level IS
    'The level whose authority the case needs: only who has it may take charge';
CREATE INDEX complaint_unassigned ON complaints.complaint (level, due_at, id)
    WHERE open AND handler IS NULL;

CREATE TABLE complaints.authority (
    id          varchar(40)    PRIMARY KEY,
    version     integer        NOT NULL,
    level       varchar(12)    NOT NULL CHECK (level IN ('BRANCH', 'REGION', 'HEAD_OFFICE', 'SENIOR')),
    remedy      varchar(24)    NOT NULL CHECK (remedy IN
        ('EXPLANATION', 'NON_MONETARY_RELIEF', 'NO_RELIEF', 'COMPENSATION', 'EX_GRATIA')),
    allowed     boolean        NOT NULL,
    money_most  numeric(18, 2) CHECK (money_most >= 0),
    points_most bigint         CHECK (points_most >= 0),
    UNIQUE (level, remedy),
    CHECK (id = level || '/' || remedy),
    CHECK ((remedy IN ('COMPENSATION', 'EX_GRATIA')) = (money_most IS NOT NULL)),
    CHECK ((money_most IS NULL) = (points_most IS NULL))
);
COMMENT ON TABLE complaints.authority IS
    'Which remedy a level may give, and up to how much in one case';
CALL shared.keep_history('complaints.authority', '${app_role}', 'version');
INSERT INTO complaints.authority (id, version, level, remedy, allowed, money_most, points_most)
SELECT level || '/' || remedy, 0, level, remedy, allowed, money, points
  FROM (VALUES ('BRANCH', 'EXPLANATION', true, NULL::numeric, NULL::bigint),
               ('BRANCH', 'NON_MONETARY_RELIEF', true, NULL, NULL),
               ('BRANCH', 'NO_RELIEF', true, NULL, NULL),
               ('BRANCH', 'COMPENSATION', true, 500, 5000),
               ('BRANCH', 'EX_GRATIA', false, 0, 0),
               ('REGION', 'EXPLANATION', true, NULL, NULL),
               ('REGION', 'NON_MONETARY_RELIEF', true, NULL, NULL),
               ('REGION', 'NO_RELIEF', true, NULL, NULL),
               ('REGION', 'COMPENSATION', true, 5000, 50000),
               ('REGION', 'EX_GRATIA', true, 500, 10000),
               ('HEAD_OFFICE', 'EXPLANATION', true, NULL, NULL),
               ('HEAD_OFFICE', 'NON_MONETARY_RELIEF', true, NULL, NULL),
               ('HEAD_OFFICE', 'NO_RELIEF', true, NULL, NULL),
               ('HEAD_OFFICE', 'COMPENSATION', true, 50000, 500000),
               ('HEAD_OFFICE', 'EX_GRATIA', true, 5000, 100000),
               ('SENIOR', 'EXPLANATION', true, NULL, NULL),
               ('SENIOR', 'NON_MONETARY_RELIEF', true, NULL, NULL),
               ('SENIOR', 'NO_RELIEF', true, NULL, NULL),
               ('SENIOR', 'COMPENSATION', true, 1000000, 10000000),
               ('SENIOR', 'EX_GRATIA', true, 50000, 1000000))
       AS a (level, remedy, allowed, money, points);
INSERT INTO complaints.authority_history
SELECT id, level, remedy, allowed, money_most, points_most, 0, 0 FROM complaints.authority;
GRANT SELECT, UPDATE ON complaints.authority TO ${app_role};

CREATE TABLE complaints.desk_member (
    account      varchar(200) PRIMARY KEY,
    version      integer      NOT NULL,
    name         varchar(200) NOT NULL,
    level        varchar(12)  NOT NULL CHECK (level IN ('BRANCH', 'REGION', 'HEAD_OFFICE', 'SENIOR')),
    branch       varchar(20),
    skills       varchar(500) NOT NULL,
    languages    varchar(100) NOT NULL,
    capacity     integer      NOT NULL CHECK (capacity BETWEEN 0 AND 1000),
    absent_from  date,
    absent_until date,
    substitute   varchar(200),
    active       boolean      NOT NULL,
    CHECK ((absent_from IS NULL) = (absent_until IS NULL)),
    CHECK (absent_until >= absent_from),
    CHECK (lower(substitute) <> lower(account))
);
COMMENT ON TABLE complaints.desk_member IS
    'Who works at the desk: level, branch, what he knows, how much he can take, who stands in for him';
COMMENT ON COLUMN complaints.desk_member.skills IS 'Products that he knows, separated by commas';
COMMENT ON COLUMN complaints.desk_member.languages IS 'Language tags, separated by commas';
CALL shared.keep_history('complaints.desk_member', '${app_role}', 'version');
GRANT SELECT, INSERT, UPDATE ON complaints.desk_member TO ${app_role};

CREATE TABLE complaints.redress (
    id              uuid           PRIMARY KEY,
    version         integer        NOT NULL,
    complaint_id    uuid           NOT NULL REFERENCES complaints.complaint,
    customer_id     uuid           NOT NULL,
    kind            varchar(10)    NOT NULL CHECK (kind IN ('MONEY', 'POINTS')),
    remedy          varchar(24)    NOT NULL CHECK (remedy IN ('COMPENSATION', 'EX_GRATIA')),
    money           numeric(18, 2) CHECK (money > 0),
    points          bigint         CHECK (points > 0),
    account_id      uuid,
    payment         uuid           NOT NULL UNIQUE,
    reason          varchar(500)   ,
    given_by        varchar(200)   NOT NULL,
    given_level     varchar(12)    NOT NULL,
    given_at        timestamptz    NOT NULL,
    taken_back_at   timestamptz,
    taken_back_by   varchar(200),
    taken_back_why  varchar(500),
    CHECK ((kind = 'MONEY') = (money IS NOT NULL)),
    CHECK ((kind = 'MONEY') = (account_id IS NOT NULL)),
    CHECK ((kind = 'POINTS') = (points IS NOT NULL)),
    CHECK ((taken_back_at IS NULL) = (taken_back_by IS NULL))
);
COMMENT ON TABLE complaints.redress IS
    'What complainants were given in money or points; payment is the movement or the ledger entry';
COMMENT ON COLUMN complaints.redress.given_level IS 'The level whose authority it was given by';
CREATE INDEX redress_complaint ON complaints.redress (complaint_id, given_at, id);
CREATE INDEX redress_customer ON complaints.redress (customer_id);
CALL shared.keep_history('complaints.redress', '${app_role}', 'version');
CALL shared.make_erasable('complaints.redress_history', 'reason', 'taken_back_why');
GRANT SELECT, INSERT,
      UPDATE (version, reason, taken_back_at, taken_back_by, taken_back_why)
    ON complaints.redress TO ${app_role};

-- What is written beside a case goes when the texts of the case do.
CREATE FUNCTION complaints.empty_redress_texts() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
BEGIN
    UPDATE complaints.redress
       SET reason = NULL, taken_back_why = NULL, version = version + 1
     WHERE complaint_id = NEW.id;
    UPDATE complaints.redress_history h
       SET reason = NULL, taken_back_why = NULL
      FROM complaints.redress r
     WHERE r.complaint_id = NEW.id AND h.id = r.id;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION complaints.empty_redress_texts() IS
    'Row trigger: the reasons of what was given are emptied with the texts of the complaint';
CREATE TRIGGER redress_texts AFTER UPDATE OF texts_erased ON complaints.complaint
    FOR EACH ROW WHEN (NEW.texts_erased AND NOT OLD.texts_erased)
    EXECUTE FUNCTION complaints.empty_redress_texts();
