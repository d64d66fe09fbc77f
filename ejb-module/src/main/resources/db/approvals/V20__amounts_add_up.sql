-- A threshold that holds for one call only is passed by cutting a large amount into small ones. What
-- one maker does alone to one target within some hours can count together, rule by rule.

ALTER TABLE approvals.rule ADD COLUMN within_hours integer
    CHECK (within_hours BETWEEN 1 AND 720),
    ADD CONSTRAINT rule_adds_up_above_something CHECK (within_hours IS NULL OR above IS NOT NULL);
COMMENT ON COLUMN approvals.rule.within_hours IS
    'How far back what the same maker did alone to the same target counts too; null: each call for itself';
GRANT UPDATE (within_hours) ON approvals.rule TO ${app_role};

ALTER TABLE approvals.request ADD COLUMN together bigint CHECK (together >= weight);
COMMENT ON COLUMN approvals.request.together IS
    'How heavy it is with what its maker did alone to the same target before, as far as that counted';

CREATE TABLE approvals.done_alone (
    id      uuid         PRIMARY KEY,
    maker   varchar(200) NOT NULL CHECK (maker = lower(maker)),
    action  varchar(100) NOT NULL,
    target  varchar(200) NOT NULL,
    weight  bigint       NOT NULL CHECK (weight > 0),
    done_at timestamptz  NOT NULL
);
COMMENT ON TABLE approvals.done_alone IS
    'What was done without a second person under rules whose amounts add up; what happened stands in the trail';
COMMENT ON COLUMN approvals.done_alone.maker IS 'Account name of who did it, in small letters';
COMMENT ON COLUMN approvals.done_alone.target IS 'What it was about; empty when it named nothing';
COMMENT ON COLUMN approvals.done_alone.weight IS 'How heavy it was, in the unit of its action';
CREATE INDEX done_alone_adds_up ON approvals.done_alone (maker, action, target, done_at);
CREATE INDEX done_alone_old ON approvals.done_alone (done_at);
CREATE TRIGGER immutable BEFORE UPDATE OR TRUNCATE ON approvals.done_alone
    FOR EACH STATEMENT EXECUTE FUNCTION shared.refuse_change();
GRANT SELECT, INSERT ON approvals.done_alone TO ${app_role};

CREATE FUNCTION approvals.forget_done_alone() RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    gone bigint;
BEGIN
    DELETE FROM approvals.done_alone WHERE done_at < now() - interval '31 days';
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END
$$;
COMMENT ON FUNCTION approvals.forget_done_alone() IS
    'Deletes what is older than any rule looks back, and nothing younger whoever asks';
REVOKE ALL ON FUNCTION approvals.forget_done_alone() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION approvals.forget_done_alone() TO ${app_role};

-- Redress adds up in its own case already; these two did not. A bank that has set one itself keeps it.
ALTER TABLE approvals.rule DISABLE TRIGGER approved;
UPDATE approvals.rule SET within_hours = 24, version = version + 1
 WHERE action IN ('points.grant', 'item.adjust-stock') AND above IS NOT NULL AND approval IS NULL;
ALTER TABLE approvals.rule ENABLE TRIGGER approved;
