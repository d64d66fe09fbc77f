-- Requests about an erased person end, and what requests say is forgotten when its time is over.
-- A request ends as REFUSED when its maker may no longer do what he asked for.

ALTER TABLE approvals.request DROP CONSTRAINT request_status_check;
ALTER TABLE approvals.request ADD CONSTRAINT request_status_check CHECK (status IN
    ('PENDING', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'EXPIRED', 'MOVED', 'REFUSED', 'ERASED'));

CREATE INDEX request_texts ON approvals.request (decided_at, id)
    WHERE status <> 'PENDING' AND arguments <> '{}';

CREATE FUNCTION approvals.concerns(r approvals.request, customer uuid, marks text[], targets text[])
    RETURNS boolean
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS
$$
    SELECT r.arguments <> '{}'
       AND (r.target = ANY (targets)
            OR position(customer::text IN r.arguments) > 0
            -- Shorter marks are found in everything.
            OR EXISTS (SELECT FROM unnest(marks) m
                        WHERE char_length(m) >= 5
                          AND (position(m IN r.arguments) > 0
                               OR position(m IN r.changes::text) > 0
                               OR position(m IN coalesce(r.reason, '')) > 0
                               OR position(m IN coalesce(r.decision_reason, '')) > 0)))
$$;
COMMENT ON FUNCTION approvals.concerns(approvals.request, uuid, text[], text[]) IS
    'Whether a request is about a customer: by his id, what names him, or what belongs to him';
REVOKE ALL ON FUNCTION approvals.concerns(approvals.request, uuid, text[], text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION approvals.concerns(approvals.request, uuid, text[], text[]) TO ${app_role};

DROP FUNCTION approvals.erase_customer(uuid, text[]);
CREATE FUNCTION approvals.erase_customer(erasure uuid, marks text[], targets text[]) RETURNS bigint
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
     WHERE r.status <> 'PENDING' AND approvals.concerns(r, customer, marks, targets);
    GET DIAGNOSTICS touched = ROW_COUNT;
    PERFORM set_config('heyi.erasing', '', true);
    RETURN touched;
END
$$;
COMMENT ON FUNCTION approvals.erase_customer(uuid, text[], text[]) IS
    'Empties what ended requests say of the customer of an erasure; the hash of the arguments stays';
REVOKE ALL ON FUNCTION approvals.erase_customer(uuid, text[], text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION approvals.erase_customer(uuid, text[], text[]) TO ${app_role};

CREATE FUNCTION approvals.empty_old_requests(before timestamptz, most integer) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    touched bigint;
BEGIN
    PERFORM privacy.require_over('approval-requests', before);
    PERFORM set_config('heyi.erasing', 'on', true);
    UPDATE approvals.request
       SET arguments = '{}', shown = '{}', changes = '[]', reason = NULL,
           decision_reason = CASE WHEN decision_reason IS NOT NULL THEN '—' END
     WHERE id IN (
        SELECT old.id FROM approvals.request old
         WHERE old.status <> 'PENDING' AND old.arguments <> '{}' AND old.decided_at < before
           -- They name nobody, and are the only history of what was configured.
           AND old.action NOT IN ('approval-rule.set', 'privacy.change-retention')
         ORDER BY old.decided_at, old.id LIMIT most);
    GET DIAGNOSTICS touched = ROW_COUNT;
    PERFORM set_config('heyi.erasing', '', true);
    RETURN touched;
END
$$;
COMMENT ON FUNCTION approvals.empty_old_requests(timestamptz, integer) IS
    'Empties what requests say that ended before a time, never within their legal minimum';
REVOKE ALL ON FUNCTION approvals.empty_old_requests(timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION approvals.empty_old_requests(timestamptz, integer) TO ${app_role};
