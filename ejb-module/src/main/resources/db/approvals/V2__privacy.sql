-- Erasing a person and changing how long records are kept wait for a second person; and what
-- decided requests say of an erased person can be emptied.

ALTER TABLE approvals.rule DISABLE TRIGGER approved;
INSERT INTO approvals.rule (action, version, above, checker_roles, expires_after_hours, active)
VALUES
    ('privacy.erase',            0, NULL, ',head-office-admin,', 72, true),
    ('privacy.change-retention', 0, NULL, ',head-office-admin,', 72, true);
ALTER TABLE approvals.rule ENABLE TRIGGER approved;

CREATE OR REPLACE FUNCTION approvals.guard_request() RETURNS trigger
    LANGUAGE plpgsql AS
$$
DECLARE
    ends     text[] := ARRAY['status', 'version', 'decided_by', 'decided_by_name', 'decided_at',
        'decided_channel', 'decided_request_id', 'decision_reason', 'result'];
    personal text[] := ARRAY['reason', 'arguments', 'shown', 'changes', 'decision_reason'];
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.status <> 'PENDING' THEN
            RAISE EXCEPTION 'A request begins as PENDING, not as %', NEW.status
                USING ERRCODE = 'restrict_violation';
        END IF;
    ELSIF OLD.status <> 'PENDING' THEN
        IF NOT shared.erasing(TG_RELID) OR to_jsonb(OLD) - personal <> to_jsonb(NEW) - personal THEN
            RAISE EXCEPTION 'Request % is % already', OLD.id, OLD.status
                USING ERRCODE = 'restrict_violation';
        END IF;
    ELSIF to_jsonb(OLD) - ends <> to_jsonb(NEW) - ends THEN
        RAISE EXCEPTION 'What request % proposes is immutable', OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;

CREATE FUNCTION approvals.erase_customer(erasure uuid, marks text[]) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    customer uuid := privacy.customer_of(erasure);
    touched  bigint;
BEGIN
    PERFORM set_config('heyi.erasing', 'on', true);
    UPDATE approvals.request r
       SET arguments = '{}', shown = '{}', changes = '[]', reason = NULL,
           decision_reason = CASE WHEN decision_reason IS NOT NULL THEN '—' END
     WHERE r.status <> 'PENDING' AND r.arguments <> '{}'
       AND (position(customer::text IN r.arguments) > 0
            OR EXISTS (SELECT FROM unnest(marks) m WHERE position(m IN r.arguments) > 0
                          OR position(m IN coalesce(r.reason, '')) > 0));
    GET DIAGNOSTICS touched = ROW_COUNT;
    PERFORM set_config('heyi.erasing', '', true);
    RETURN touched;
END
$$;
COMMENT ON FUNCTION approvals.erase_customer(uuid, text[]) IS
    'Empties what decided requests say of the customer of an erasure; the hash of the arguments stays';
REVOKE ALL ON FUNCTION approvals.erase_customer(uuid, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION approvals.erase_customer(uuid, text[]) TO ${app_role};
