-- What guardians were told, and the words that a family chose, are forgotten when their time is over.

-- Like immutable, but the forgetting function may delete.
CREATE FUNCTION family.guard_notice() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF TG_OP = 'DELETE' AND shared.erasing(TG_RELID) THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION 'Rows of %.% are immutable: % refused', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'restrict_violation';
END
$$;
COMMENT ON FUNCTION family.guard_notice() IS
    'Statement trigger like refuse_change, which lets forget_notices delete';
DROP TRIGGER immutable ON family.notice;
CREATE TRIGGER immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON family.notice
    FOR EACH STATEMENT EXECUTE FUNCTION family.guard_notice();
CREATE INDEX notice_told_at ON family.notice (told_at, id);

CREATE FUNCTION family.forget_notices(before timestamptz, most integer) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    touched bigint;
BEGIN
    PERFORM privacy.require_over('family-notices', before);
    PERFORM set_config('heyi.erasing', 'on', true);
    DELETE FROM family.notice WHERE id IN (
        SELECT old.id FROM family.notice old WHERE old.told_at < before
         ORDER BY old.told_at, old.id LIMIT most);
    GET DIAGNOSTICS touched = ROW_COUNT;
    PERFORM set_config('heyi.erasing', '', true);
    RETURN touched;
END
$$;
COMMENT ON FUNCTION family.forget_notices(timestamptz, integer) IS
    'Deletes notices that guardians were told before a time, never within their legal minimum';
REVOKE ALL ON FUNCTION family.forget_notices(timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION family.forget_notices(timestamptz, integer) TO ${app_role};

CREATE FUNCTION family.empty_old_titles(before timestamptz, most integer) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    touched bigint := 0;
    n       bigint;
BEGIN
    PERFORM privacy.require_over('family-texts', before);
    UPDATE family.task SET title = '—' WHERE id IN (
        SELECT old.id FROM family.task old
         WHERE old.status IN ('APPROVED', 'CANCELLED') AND old.title <> '—'
           AND coalesce(old.decided_at, old.set_at) < before
         ORDER BY old.id LIMIT most);
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    UPDATE family.goal SET title = '—' WHERE id IN (
        SELECT old.id FROM family.goal old
         WHERE old.given_up AND old.title <> '—' AND old.set_at < before
         ORDER BY old.id LIMIT most - touched);
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    UPDATE family.household SET name = '—' WHERE id IN (
        SELECT old.id FROM family.household old
         WHERE old.name <> '—' AND old.founded_at < before
           AND NOT EXISTS (SELECT FROM family.member m WHERE m.household_id = old.id
                              AND (m.left_on IS NULL OR m.left_on >= before))
         ORDER BY old.id LIMIT most - touched);
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    RETURN touched;
END
$$;
COMMENT ON FUNCTION family.empty_old_titles(timestamptz, integer) IS
    'Empties the titles of tasks that ended before a time, of goals given up, and names of households '
    'that everybody has left; never within their legal minimum';
REVOKE ALL ON FUNCTION family.empty_old_titles(timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION family.empty_old_titles(timestamptz, integer) TO ${app_role};
