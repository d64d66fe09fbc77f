-- One way to keep the versions of a table.

CREATE PROCEDURE shared.keep_history(target regclass, reader name, VARIADIC left_out text[] DEFAULT '{}')
    LANGUAGE plpgsql AS
$$
DECLARE
    history text;
    dropped text;
    keys    text;
BEGIN
    SELECT format('%I.%I', n.nspname, c.relname || '_history') INTO history
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = target;
    SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY array_position(i.indkey::int2[], a.attnum)) INTO keys
      FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
     WHERE i.indrelid = target AND i.indisprimary;
    -- Only names and types come along: personal columns must be able to be emptied.
    EXECUTE format('CREATE TABLE %s AS TABLE %s WITH NO DATA', history, target);
    SELECT string_agg(format('DROP COLUMN %I, ', column_name), '') INTO dropped
      FROM unnest(left_out) AS column_name;
    EXECUTE format(
        'ALTER TABLE %s %s ADD COLUMN revision bigint NOT NULL, '
        'ADD COLUMN revision_kind smallint NOT NULL CHECK (revision_kind IN (0, 1, 2)), '
        'ADD PRIMARY KEY (%s, revision)', history, coalesce(dropped, ''), keys);
    EXECUTE format('COMMENT ON TABLE %s IS %L', history, format(
        'Versions of %s: as added (0), changed (1), deleted (2) in a revision; immutable', target));
    EXECUTE format('CALL shared.make_immutable(%L)', history);
    EXECUTE format('GRANT SELECT, INSERT ON %s TO %I', history, reader);
END
$$;
COMMENT ON PROCEDURE shared.keep_history(regclass, name, text[]) IS
    'Makes <table>_history beside a new, still empty audited table, without the columns left out (such as version)';
