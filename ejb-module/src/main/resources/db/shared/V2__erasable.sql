-- Immutable tables whose personal columns may be emptied when a person is erased or his texts are
-- over their time. Nothing else about such a row can change, and no row can go.

CREATE FUNCTION shared.erasing(target regclass) RETURNS boolean
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS
$$
    SELECT coalesce(current_setting('heyi.erasing', true), '') = 'on'
       AND current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = target)
$$;
COMMENT ON FUNCTION shared.erasing(regclass) IS
    'Whether one of the erasing functions is at work, which run as the owner of the tables';

CREATE FUNCTION shared.refuse_change_but_erasure() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF TG_OP = 'UPDATE' AND shared.erasing(TG_RELID) THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION 'Rows of %.% are immutable: % refused', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'restrict_violation',
              HINT = 'Correct by a new, reversing entry.';
END
$$;
COMMENT ON FUNCTION shared.refuse_change_but_erasure() IS
    'Statement trigger like refuse_change, which lets the erasing functions update';

CREATE FUNCTION shared.guard_erasure() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF to_jsonb(NEW) - TG_ARGV <> to_jsonb(OLD) - TG_ARGV THEN
        RAISE EXCEPTION 'Only %.% % may be emptied', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_ARGV
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION shared.guard_erasure() IS
    'Row trigger: an erasure touches no column but those named';

CREATE PROCEDURE shared.make_erasable(target regclass, VARIADIC personal text[])
    LANGUAGE plpgsql AS
$$
BEGIN
    EXECUTE format('DROP TRIGGER IF EXISTS immutable ON %s', target);
    EXECUTE format(
        'CREATE TRIGGER immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON %s '
        'FOR EACH STATEMENT EXECUTE FUNCTION shared.refuse_change_but_erasure()', target);
    EXECUTE format(
        'CREATE TRIGGER only_personal BEFORE UPDATE ON %s '
        'FOR EACH ROW EXECUTE FUNCTION shared.guard_erasure(%s)', target,
        (SELECT string_agg(quote_literal(column_name), ', ') FROM unnest(personal) AS column_name));
END
$$;
COMMENT ON PROCEDURE shared.make_erasable(regclass, text[]) IS
    'Makes an immutable table one whose named columns the erasing functions may empty';
