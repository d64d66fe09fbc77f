GRANT USAGE ON SCHEMA approvals TO ${app_role};

CREATE TABLE approvals.request (
    id                  uuid           PRIMARY KEY,
    version             bigint         NOT NULL,
    status              varchar(10)    NOT NULL CHECK (status IN
        ('PENDING', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'EXPIRED', 'MOVED')),
    action              varchar(100)   NOT NULL,
    module              varchar(40)    NOT NULL,
    target              varchar(200),
    reason              varchar(2000),
    weight              bigint         CHECK (weight >= 0),
    unit                varchar(10)    NOT NULL,
    maker               varchar(200)   NOT NULL,
    maker_name          varchar(200)   NOT NULL,
    maker_roles         varchar(200)   NOT NULL,
    maker_branch        varchar(20),
    maker_address       varchar(64),
    maker_locale        varchar(20)    NOT NULL,
    channel             varchar(10)    NOT NULL CHECK (channel IN ('PAGE', 'REST', 'SOAP', 'JOB', 'SYSTEM')),
    request_id          varchar(64)    NOT NULL,
    tried_at            timestamptz    NOT NULL,
    made_at             timestamptz    NOT NULL CHECK (made_at >= tried_at),
    expires_at          timestamptz    NOT NULL CHECK (expires_at > made_at),
    arguments           text           NOT NULL,
    arguments_hash      char(64)       NOT NULL,
    shown               jsonb          NOT NULL,
    changes             jsonb          NOT NULL,
    checker_roles       varchar(200)   NOT NULL,
    idempotency_key     varchar(200),
    fingerprint         char(64)       NOT NULL,
    decided_by          varchar(200),
    decided_by_name     varchar(200),
    decided_at          timestamptz,
    decided_channel     varchar(10),
    decided_request_id  varchar(64),
    decision_reason     varchar(2000),
    result              varchar(200),
    CHECK ((status = 'PENDING') = (decided_at IS NULL)),
    CHECK ((decided_at IS NULL) = (decided_by IS NULL)),
    CHECK (status NOT IN ('APPROVED', 'REJECTED') OR lower(decided_by) <> lower(maker)),
    CHECK (status <> 'WITHDRAWN' OR lower(decided_by) = lower(maker)),
    CHECK (status <> 'REJECTED' OR char_length(decision_reason) >= 1),
    CHECK (result IS NULL OR status = 'APPROVED')
);
COMMENT ON TABLE approvals.request IS
    'Calls that wait, or waited, for a second person. What was proposed never changes, the status once';
COMMENT ON COLUMN approvals.request.tried_at IS 'When the trial run began whose changes are shown';
COMMENT ON COLUMN approvals.request.arguments IS
    'The exact arguments as JSON; text and not jsonb, so that its hash stands for every character';
COMMENT ON COLUMN approvals.request.arguments_hash IS 'SHA-256 of action, a zero byte and arguments';
COMMENT ON COLUMN approvals.request.shown IS 'The arguments as people may see them: personal values masked';
COMMENT ON COLUMN approvals.request.changes IS 'What the trial run changed, personal values masked';
COMMENT ON COLUMN approvals.request.checker_roles IS
    'Who may decide, by the rule as it stood then; each role between commas';
COMMENT ON COLUMN approvals.request.result IS 'What the approved run answered about';
CREATE UNIQUE INDEX request_one_waits ON approvals.request (target)
    WHERE status = 'PENDING' AND target IS NOT NULL;
CREATE UNIQUE INDEX request_retry ON approvals.request (maker, idempotency_key)
    WHERE idempotency_key IS NOT NULL;
CREATE INDEX request_made ON approvals.request (made_at, id);
CREATE INDEX request_status ON approvals.request (status, made_at, id);
CREATE INDEX request_maker ON approvals.request (lower(maker), made_at, id);
CREATE INDEX request_target ON approvals.request (target, made_at, id);
CREATE INDEX request_expiring ON approvals.request (expires_at, id) WHERE status = 'PENDING';

-- A request begins waiting and ends once; nothing else about it ever changes.
CREATE FUNCTION approvals.guard_request() RETURNS trigger
    LANGUAGE plpgsql AS
$$
DECLARE
    ends text[] := ARRAY['status', 'version', 'decided_by', 'decided_by_name', 'decided_at',
        'decided_channel', 'decided_request_id', 'decision_reason', 'result'];
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.status <> 'PENDING' THEN
            RAISE EXCEPTION 'A request begins as PENDING, not as %', NEW.status
                USING ERRCODE = 'restrict_violation';
        END IF;
    ELSIF OLD.status <> 'PENDING' THEN
        RAISE EXCEPTION 'Request % is % already', OLD.id, OLD.status
            USING ERRCODE = 'restrict_violation';
    ELSIF to_jsonb(OLD) - ends <> to_jsonb(NEW) - ends THEN
        RAISE EXCEPTION 'What request % proposes is immutable', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION approvals.guard_request() IS
    'Row trigger: a request begins as PENDING, ends once, and what it proposes never changes';
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON approvals.request
    FOR EACH ROW EXECUTE FUNCTION approvals.guard_request();
CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON approvals.request
    FOR EACH STATEMENT EXECUTE FUNCTION shared.refuse_change();
GRANT SELECT, INSERT ON approvals.request TO ${app_role};
GRANT UPDATE (status, version, decided_by, decided_by_name, decided_at, decided_channel,
    decided_request_id, decision_reason, result) ON approvals.request TO ${app_role};

CREATE TABLE approvals.rule (
    action              varchar(100)   PRIMARY KEY,
    version             bigint         NOT NULL,
    above               bigint         CHECK (above >= 0),
    checker_roles       varchar(200)   NOT NULL,
    expires_after_hours integer        NOT NULL CHECK (expires_after_hours BETWEEN 1 AND 2160),
    active              boolean        NOT NULL,
    approval            uuid           REFERENCES approvals.request,
    CHECK (action NOT LIKE 'approval.%' AND action NOT LIKE 'approval-rule.%'),
    CHECK (checker_roles ~ '^,((head-office-admin|operator|complaint-handler),)+$')
);
COMMENT ON TABLE approvals.rule IS
    'Which actions wait for a second person; a change of it waits for one too, by code';
COMMENT ON COLUMN approvals.rule.above IS
    'Only when the call weighs more than this, in the unit of its action; null: always';
COMMENT ON COLUMN approvals.rule.approval IS
    'The approved request that set it; null only for what came with the installation';

-- Even the application cannot set a rule that no second person has approved.
CREATE FUNCTION approvals.guard_rule() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM approvals.request r
        WHERE r.id = NEW.approval AND r.status = 'APPROVED' AND r.action = 'approval-rule.set'
          AND r.target = 'approval-rule:' || NEW.action)
    THEN
        RAISE EXCEPTION 'The rule for % is set without an approved request', NEW.action
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION approvals.guard_rule() IS
    'Constraint trigger at commit: a rule names the approved request that set it';

INSERT INTO approvals.rule (action, version, above, checker_roles, expires_after_hours, active)
VALUES
    ('points.grant',      0, 10000, ',head-office-admin,',          72, true),
    ('item.change',       0, 0,     ',head-office-admin,operator,', 72, true),
    ('item.adjust-stock', 0, 1000,  ',head-office-admin,operator,', 72, true),
    ('item.create',       0, 1000,  ',head-office-admin,operator,', 72, false),
    ('access.grant',      0, NULL,  ',head-office-admin,',          72, true),
    ('access.revoke',     0, NULL,  ',head-office-admin,',          72, false),
    ('import.start',      0, NULL,  ',head-office-admin,operator,', 72, true),
    ('limit.set',         0, NULL,  ',head-office-admin,',          72, true),
    ('complaint.extend',  0, NULL,  ',head-office-admin,',          24, true);

CREATE CONSTRAINT TRIGGER approved AFTER INSERT OR UPDATE ON approvals.rule
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION approvals.guard_rule();
CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON approvals.rule
    FOR EACH STATEMENT EXECUTE FUNCTION shared.refuse_change();
GRANT SELECT, INSERT ON approvals.rule TO ${app_role};
GRANT UPDATE (version, above, checker_roles, expires_after_hours, active, approval)
    ON approvals.rule TO ${app_role};
