-- Uploads and rejected rows hold whole records of persons; both go when their time is over.

ALTER TABLE imports.run ADD COLUMN file_deleted_at timestamptz;
COMMENT ON COLUMN imports.run.file_deleted_at IS 'When the uploaded file was deleted; its hash and counts stay';

CALL shared.make_erasable('imports.reject', 'args', 'record');
CREATE INDEX reject_kept ON imports.reject (run_id) WHERE record::text <> '{}';

CREATE FUNCTION imports.empty_rejects(erasure uuid, marks text[]) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    touched bigint;
BEGIN
    PERFORM privacy.customer_of(erasure);
    PERFORM set_config('heyi.erasing', 'on', true);
    UPDATE imports.reject r SET args = '[]', record = '{}'
     WHERE r.record::text <> '{}'
       AND (EXISTS (SELECT FROM json_each_text(r.record) v WHERE btrim(v.value) = ANY (marks))
            OR EXISTS (SELECT FROM unnest(marks) m
                        WHERE position(to_json(m)::text IN r.args::text) > 0));
    GET DIAGNOSTICS touched = ROW_COUNT;
    PERFORM set_config('heyi.erasing', '', true);
    RETURN touched;
END
$$;
COMMENT ON FUNCTION imports.empty_rejects(uuid, text[]) IS
    'Empties rejected rows that hold one of these identifiers of the customer of an erasure';
REVOKE ALL ON FUNCTION imports.empty_rejects(uuid, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION imports.empty_rejects(uuid, text[]) TO ${app_role};

CREATE FUNCTION imports.empty_old_rejects(before timestamptz, most integer) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    touched bigint;
BEGIN
    PERFORM privacy.require_over('import-rejects', before);
    PERFORM set_config('heyi.erasing', 'on', true);
    UPDATE imports.reject r SET args = '[]', record = '{}'
     WHERE (r.run_id, r.line) IN (
        SELECT old.run_id, old.line FROM imports.reject old JOIN imports.run ON run.id = old.run_id
         WHERE old.record::text <> '{}' AND run.status NOT IN ('QUEUED', 'RUNNING')
           AND coalesce(run.finished_at, run.requested_at) < before
         ORDER BY old.run_id, old.line LIMIT most);
    GET DIAGNOSTICS touched = ROW_COUNT;
    PERFORM set_config('heyi.erasing', '', true);
    RETURN touched;
END
$$;
COMMENT ON FUNCTION imports.empty_old_rejects(timestamptz, integer) IS
    'Empties rejected rows of runs that ended before a time';
REVOKE ALL ON FUNCTION imports.empty_old_rejects(timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION imports.empty_old_rejects(timestamptz, integer) TO ${app_role};
