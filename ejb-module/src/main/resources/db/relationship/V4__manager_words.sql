-- Why customers were handed over and what was done about an alert is told in free words about a
-- person: they are let go in time. Who looked after whom, sums and days stay.

CREATE INDEX hand_over_reasons ON relationship.hand_over (handed_at, id) WHERE reason <> '—';
CREATE INDEX alert_outcomes ON relationship.alert (handled_at, id) WHERE outcome <> '—';
CREATE INDEX alert_history_outcomes ON relationship.alert_history (handled_at, id) WHERE outcome <> '—';

CREATE FUNCTION relationship.forget_manager_words(before timestamptz, most integer) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    touched bigint := 0;
    n       bigint;
BEGIN
    PERFORM privacy.require_over('manager-words', before);
    PERFORM set_config('heyi.erasing', 'on', true);
    UPDATE relationship.hand_over SET reason = '—'
     WHERE id IN (
        SELECT old.id FROM relationship.hand_over old
         WHERE old.reason <> '—' AND old.handed_at < before
         ORDER BY old.handed_at, old.id LIMIT most);
    GET DIAGNOSTICS touched = ROW_COUNT;
    UPDATE relationship.alert SET outcome = '—', version = version + 1
     WHERE id IN (
        SELECT old.id FROM relationship.alert old
         WHERE old.outcome <> '—' AND old.handled_at < before
         ORDER BY old.handled_at, old.id LIMIT most - touched);
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    UPDATE relationship.alert_history h SET outcome = '—'
     WHERE h.ctid = ANY (ARRAY(
        SELECT old.ctid FROM relationship.alert_history old
         WHERE old.outcome <> '—' AND old.handled_at < before
         ORDER BY old.handled_at, old.id LIMIT most - touched));
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    PERFORM set_config('heyi.erasing', '', true);
    RETURN touched;
END
$$;
COMMENT ON FUNCTION relationship.forget_manager_words(timestamptz, integer) IS
    'Empties reasons of hand-overs and outcomes of alerts from before a time; who, when and how much stays';
REVOKE ALL ON FUNCTION relationship.forget_manager_words(timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION relationship.forget_manager_words(timestamptz, integer) TO ${app_role};
