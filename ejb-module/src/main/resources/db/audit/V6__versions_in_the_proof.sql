-- The versions of records stand in the proof: each leaves two digests here, and the row of the trail
-- that belongs to its revision carries one hash over them. See decision 0046.

ALTER TABLE audit.entry
    ADD COLUMN versions text CHECK (versions ~ '^[0-9a-f]{64}$');
COMMENT ON COLUMN audit.entry.versions IS
    'Hash over what audit.version says of the versions that belong to this revision; chained';
CREATE INDEX entry_revision ON audit.entry (revision) WHERE revision IS NOT NULL;

CREATE TABLE audit.version (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    bound            bigint      NOT NULL,
    revision         bigint      NOT NULL,
    thing            text        NOT NULL,
    record           text        NOT NULL,
    personal_columns text[]      NOT NULL,
    fixed            text        NOT NULL,
    personal         text,
    salt             uuid,
    emptied_for      uuid,
    CHECK ((personal IS NULL) <= (salt IS NULL))
);
COMMENT ON TABLE audit.version IS
    'What proves a version of a record; immutable but for what an erasure forgets';
COMMENT ON COLUMN audit.version.bound IS
    'The revision whose row of the trail vouches for it; not above 0 for versions from before the proof';
COMMENT ON COLUMN audit.version.thing IS 'The table that holds the version';
COMMENT ON COLUMN audit.version.record IS 'Its key there, without personal parts';
COMMENT ON COLUMN audit.version.personal_columns IS 'Which columns an erasure may empty';
COMMENT ON COLUMN audit.version.fixed IS 'SHA-256 over all its other columns that are not null';
COMMENT ON COLUMN audit.version.personal IS
    'SHA-256 over salt and personal columns; without the salt nobody can guess what it was of';
COMMENT ON COLUMN audit.version.salt IS 'Forgotten when the version is emptied';
COMMENT ON COLUMN audit.version.emptied_for IS
    'The person for whose erasure it was emptied; null when its time was over';
CREATE INDEX version_bound ON audit.version (bound);
CREATE INDEX version_of ON audit.version (thing, revision, record);
CALL shared.make_erasable('audit.version', 'salt', 'emptied_for');
GRANT SELECT ON audit.version TO ${app_role};

-- A rule of its own for what has the new column: rows from before keep the form they were hashed in.
CREATE OR REPLACE FUNCTION audit.entry_hash(previous text, e audit.entry) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE AS
$$
SELECT encode(sha256(convert_to(
    previous
        || audit.netstring(CASE WHEN e.versions IS NULL THEN 'heyi-audit-1' ELSE 'heyi-audit-2' END)
        || audit.netstring(e.lane::text)
        || audit.netstring(e.seq::text)
        || audit.netstring(e.id::text)
        || audit.netstring(trunc(extract(epoch FROM e.recorded_at) * 1000000)::text)
        || audit.netstring(e.who)
        || audit.netstring(e.roles)
        || audit.netstring(e.branch)
        || audit.netstring(e.address)
        || audit.netstring(e.channel)
        || audit.netstring(e.request_id)
        || audit.netstring(e.module)
        || audit.netstring(e.action)
        || audit.netstring(e.target)
        || audit.netstring(e.reason)
        || audit.netstring(e.change::text)
        || audit.netstring(e.outcome)
        || audit.netstring(e.error_code)
        || audit.netstring(e.changes::text)
        || audit.netstring(e.approval::text)
        || audit.netstring(e.revision::text)
        || CASE WHEN e.versions IS NULL THEN '' ELSE audit.netstring(e.versions) END,
    'UTF8')), 'hex')
$$;

CREATE FUNCTION audit.versions_hash(of_bound bigint) RETURNS text
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS
$$
    SELECT encode(sha256(convert_to(string_agg(
               audit.netstring(v.revision::text) || audit.netstring(v.thing)
                   || audit.netstring(v.record) || audit.netstring(v.personal_columns::text)
                   || audit.netstring(v.fixed) || audit.netstring(v.personal), ''
               ORDER BY v.revision, v.thing COLLATE "C", v.record COLLATE "C", v.fixed COLLATE "C",
                        v.personal COLLATE "C"), 'UTF8')), 'hex')
      FROM audit.version v WHERE v.bound = of_bound
$$;
COMMENT ON FUNCTION audit.versions_hash(bigint) IS
    'What the row of the trail of this revision must carry; null when it has no versions';

-- Null columns are left out of the digests, so that a column that comes later changes nothing for the
-- versions before it. Arguments: the key without revision and personal parts, the personal columns.
CREATE FUNCTION audit.prove_version() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' AS
$$
DECLARE
    whole    CONSTANT jsonb  := jsonb_strip_nulls(to_jsonb(NEW));
    may_go   CONSTANT text[] := TG_ARGV[1];
    table_   CONSTANT text   := TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME;
    number   CONSTANT bigint := coalesce(whole ->> 'revision', whole ->> 'id');
    key_     CONSTANT text   := array_to_string(ARRAY(
        SELECT whole ->> part FROM unnest(TG_ARGV[0]::text[]) WITH ORDINALITY AS k (part, n) ORDER BY n), '/');
    kept     CONSTANT jsonb  := whole - may_go;
    digest   CONSTANT text   := encode(sha256(convert_to(kept::text, 'UTF8')), 'hex');
    rest     jsonb;
    grain    uuid;
    person   uuid;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF to_regclass('privacy.erasure') IS NOT NULL THEN
            EXECUTE 'SELECT customer_id FROM privacy.erasure WHERE written_by_tx = pg_current_xact_id()'
               INTO person;
        END IF;
        UPDATE audit.version v SET salt = NULL, emptied_for = person
         WHERE v.thing = table_ AND v.revision = number AND v.record = key_ AND v.fixed = digest
           AND v.salt IS NOT NULL;
        RETURN NULL;
    END IF;
    IF cardinality(may_go) > 0 THEN
        rest := whole - ARRAY(SELECT jsonb_object_keys(kept));
        IF rest <> '{}' THEN
            grain := gen_random_uuid();
        END IF;
    END IF;
    INSERT INTO audit.version (bound, revision, thing, record, personal_columns, fixed, personal, salt)
    VALUES (number, number, table_, key_, may_go, digest,
            encode(sha256(convert_to(grain::text || rest::text, 'UTF8')), 'hex'), grain);
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION audit.prove_version() IS
    'Row trigger of histories: leaves the digests of a new version; forgets the salt of an emptied one';

-- Called after all modules have migrated, for whatever histories there are then.
CREATE PROCEDURE audit.prove_histories()
    LANGUAGE plpgsql SET timezone = 'UTC' AS
$$
DECLARE
    history record;
    before  bigint;
BEGIN
    SELECT least(min(bound) - 1, 0) INTO before FROM audit.version WHERE bound <= 0;
    before := coalesce(before, 0);
    FOR history IN
        SELECT c.oid::regclass AS name, n.nspname || '.' || c.relname AS thing,
               CASE WHEN c.relname = 'revision' THEN 'id' ELSE 'revision' END AS number,
               p.columns AS personal,
               ARRAY(SELECT a.attname::text FROM pg_index i
                       JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
                      WHERE i.indrelid = c.oid AND i.indisprimary AND a.attname <> 'revision'
                        AND a.attname <> ALL (p.columns)
                      ORDER BY array_position(i.indkey::int2[], a.attnum)) AS keys,
               EXISTS (SELECT 1 FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'proof') AS proved,
               array_length(p.columns, 1) > 0 AS erasable
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace,
               LATERAL (SELECT coalesce((SELECT (string_to_array(encode(t.tgargs, 'escape'), '\000'))
                                                [1:t.tgnargs]
                                           FROM pg_trigger t
                                          WHERE t.tgrelid = c.oid AND t.tgname = 'only_personal'),
                                        '{}') AS columns) p
         WHERE c.oid = 'audit.revision'::regclass
            OR c.relkind = 'r' AND c.relname LIKE '%\_history'
               AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid
                              AND a.attname = 'revision_kind')
         ORDER BY 2
    LOOP
        EXECUTE format(
            'CREATE OR REPLACE TRIGGER proof AFTER INSERT OR UPDATE ON %s FOR EACH ROW '
            'EXECUTE FUNCTION audit.prove_version(%L, %L)', history.name, history.keys, history.personal);
        EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER proof, ENABLE ALWAYS TRIGGER immutable',
                       history.name);
        IF history.erasable THEN
            EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER only_personal', history.name);
        END IF;
        CONTINUE WHEN history.proved;
        -- What was there before.
        EXECUTE format(
            'INSERT INTO audit.version (bound, revision, thing, record, personal_columns, fixed, personal, salt) '
            'SELECT $1, d.%I, %L, array_to_string(ARRAY(SELECT whole ->> part '
            '         FROM unnest($2) WITH ORDINALITY AS k (part, n) ORDER BY n), ''/''), $3, '
            '       encode(sha256(convert_to((whole - $3)::text, ''UTF8'')), ''hex''), '
            '       encode(sha256(convert_to(grain::text || rest::text, ''UTF8'')), ''hex''), grain '
            '  FROM (SELECT c.*, CASE WHEN rest <> ''{}'' THEN gen_random_uuid() END AS grain FROM '
            '       (SELECT b.*, whole - ARRAY(SELECT jsonb_object_keys(whole - $3)) AS rest FROM '
            '       (SELECT h.*, jsonb_strip_nulls(to_jsonb(h)) AS whole FROM %s h) b) c) d',
            history.number, history.thing, history.name)
          USING before, history.keys, history.personal;
    END LOOP;
END
$$;
COMMENT ON PROCEDURE audit.prove_histories() IS
    'Puts the trigger on all histories that have none, and proves what they hold by then';

ALTER TABLE audit.revision ENABLE ALWAYS TRIGGER immutable;
ALTER TABLE audit.version ENABLE ALWAYS TRIGGER immutable, ENABLE ALWAYS TRIGGER only_personal;
