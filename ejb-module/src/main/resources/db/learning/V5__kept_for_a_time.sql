-- Words that were written so that the bank learns go when their time is over, whoever they are about;
-- that something went wrong, its points, grades and outcomes stay.

CREATE FUNCTION learning.empty_old_care(before timestamptz, most integer) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    ids uuid[];
    n   bigint;
BEGIN
    PERFORM privacy.require_over('care-texts', before);
    PERFORM set_config('heyi.erasing', 'on', true);
    ids := ARRAY(SELECT id FROM learning.win_back
                  WHERE done_at < before AND (plan <> '—' OR result <> '—')
                  ORDER BY done_at, id LIMIT most FOR UPDATE SKIP LOCKED);
    n := cardinality(ids);
    UPDATE learning.win_back_history SET plan = '—', result = CASE WHEN result IS NULL THEN NULL ELSE '—' END
     WHERE id = ANY (ids);
    UPDATE learning.win_back SET plan = '—', result = '—', version = version + 1 WHERE id = ANY (ids);
    ids := ARRAY(SELECT id FROM learning.second_failure
                  WHERE handled_at < before AND handling <> '—'
                  ORDER BY handled_at, id LIMIT most - n FOR UPDATE SKIP LOCKED);
    n := n + cardinality(ids);
    UPDATE learning.second_failure_history SET handling = CASE WHEN handling IS NULL THEN NULL ELSE '—' END
     WHERE id = ANY (ids);
    UPDATE learning.second_failure SET handling = '—', version = version + 1 WHERE id = ANY (ids);
    ids := ARRAY(SELECT id FROM learning.survey
                  WHERE answered_at < before AND remark IS NOT NULL
                  ORDER BY answered_at, id LIMIT most - n FOR UPDATE SKIP LOCKED);
    n := n + cardinality(ids);
    UPDATE learning.survey_history SET remark = NULL WHERE id = ANY (ids);
    UPDATE learning.survey SET remark = NULL, version = version + 1 WHERE id = ANY (ids);
    PERFORM set_config('heyi.erasing', '', true);
    RETURN n;
END
$$;
COMMENT ON FUNCTION learning.empty_old_care(timestamptz, integer) IS
    'Empties the words about winning back, second failures and surveys that ended before a time over the legal minimum';
REVOKE ALL ON FUNCTION learning.empty_old_care(timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION learning.empty_old_care(timestamptz, integer) TO ${app_role};
CREATE INDEX win_back_words_kept ON learning.win_back (done_at, id) WHERE plan <> '—' OR result <> '—';
CREATE INDEX second_failure_words_kept ON learning.second_failure (handled_at, id) WHERE handling <> '—';
CREATE INDEX survey_words_kept ON learning.survey (answered_at, id) WHERE remark IS NOT NULL;

CREATE FUNCTION learning.empty_old_violations(before timestamptz, most integer) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    ids uuid[];
BEGIN
    PERFORM privacy.require_over('violation-texts', before);
    PERFORM set_config('heyi.erasing', 'on', true);
    -- Points that count and appeals that wait for a decision keep their words.
    ids := ARRAY(SELECT id FROM learning.violation
                  WHERE given_at < before AND lapses_on <= current_date AND status <> 'APPEALED'
                    AND (reason <> '—' OR grounds <> '—' OR decision <> '—')
                  ORDER BY given_at, id LIMIT most FOR UPDATE SKIP LOCKED);
    UPDATE learning.violation_history
       SET reason = '—', grounds = CASE WHEN grounds IS NULL THEN NULL ELSE '—' END,
           decision = CASE WHEN decision IS NULL THEN NULL ELSE '—' END
     WHERE id = ANY (ids);
    UPDATE learning.violation
       SET reason = '—', grounds = CASE WHEN grounds IS NULL THEN NULL ELSE '—' END,
           decision = CASE WHEN decision IS NULL THEN NULL ELSE '—' END, version = version + 1
     WHERE id = ANY (ids);
    PERFORM set_config('heyi.erasing', '', true);
    RETURN cardinality(ids);
END
$$;
COMMENT ON FUNCTION learning.empty_old_violations(timestamptz, integer) IS
    'Empties reasons, grounds and decisions of points that were given before a time over the legal minimum and have lapsed';
REVOKE ALL ON FUNCTION learning.empty_old_violations(timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION learning.empty_old_violations(timestamptz, integer) TO ${app_role};
CREATE INDEX violation_words_kept ON learning.violation (given_at, id)
    WHERE reason <> '—' OR grounds <> '—' OR decision <> '—';
