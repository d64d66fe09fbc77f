-- What the staff wrote about a customer, and what he answered in words, goes with him. That something
-- went wrong, when, and what was done about it stays.

CALL shared.make_erasable('learning.win_back_history', 'plan', 'result');
CALL shared.make_erasable('learning.second_failure_history', 'handling');
CALL shared.make_erasable('learning.survey_history', 'remark');
CALL shared.make_erasable('learning.violation_history', 'reason', 'grounds', 'decision');

CREATE FUNCTION learning.erase_customer(erasure uuid) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    customer uuid   := privacy.customer_of(erasure);
    n        bigint := 0;
    emptied  bigint;
BEGIN
    PERFORM set_config('heyi.erasing', 'on', true);
    UPDATE learning.win_back_history SET plan = '—', result = CASE WHEN result IS NULL THEN NULL ELSE '—' END
     WHERE customer_id = customer;
    UPDATE learning.second_failure_history SET handling = CASE WHEN handling IS NULL THEN NULL ELSE '—' END
     WHERE customer_id = customer;
    UPDATE learning.survey_history SET remark = NULL WHERE customer_id = customer;
    UPDATE learning.violation_history
       SET reason = '—', grounds = CASE WHEN grounds IS NULL THEN NULL ELSE '—' END,
           decision = CASE WHEN decision IS NULL THEN NULL ELSE '—' END
     WHERE customer_id = customer;
    UPDATE learning.win_back
       SET plan = '—', result = CASE WHEN result IS NULL THEN NULL ELSE '—' END, version = version + 1
     WHERE customer_id = customer AND (plan <> '—' OR result <> '—');
    GET DIAGNOSTICS emptied = ROW_COUNT; n := n + emptied;
    UPDATE learning.second_failure SET handling = '—', version = version + 1
     WHERE customer_id = customer AND handling <> '—';
    GET DIAGNOSTICS emptied = ROW_COUNT; n := n + emptied;
    UPDATE learning.survey SET remark = NULL, version = version + 1
     WHERE customer_id = customer AND remark IS NOT NULL;
    GET DIAGNOSTICS emptied = ROW_COUNT; n := n + emptied;
    UPDATE learning.violation
       SET reason = '—', grounds = CASE WHEN grounds IS NULL THEN NULL ELSE '—' END,
           decision = CASE WHEN decision IS NULL THEN NULL ELSE '—' END, version = version + 1
     WHERE customer_id = customer AND (reason <> '—' OR grounds <> '—' OR decision <> '—');
    GET DIAGNOSTICS emptied = ROW_COUNT; n := n + emptied;
    PERFORM set_config('heyi.erasing', '', true);
    RETURN n;
END
$$;
COMMENT ON FUNCTION learning.erase_customer(uuid) IS
    'Empties what was written about the customer of an erasure; figures, points and outcomes stay';
REVOKE ALL ON FUNCTION learning.erase_customer(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION learning.erase_customer(uuid) TO ${app_role};
