-- The auditor's workplace: searches by words and by what was changed, and searches that are kept.

-- What a person may look for in words: the reason given, and the values and names of fields that
-- changed. Targets, actions and people are looked for as such.
CREATE FUNCTION audit.words(reason text, changes jsonb) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN lower(coalesce(reason, '') || coalesce(
        (SELECT string_agg(' ' || (e ->> 'field') || coalesce(' ' || (e ->> 'before'), '')
                               || coalesce(' ' || (e ->> 'after'), ''), '')
           FROM jsonb_array_elements(changes) AS e), ''));
COMMENT ON FUNCTION audit.words(text, jsonb) IS 'What free text is looked for in, in lower case';

-- Pairs of neighbouring characters: finds any part of a text in any language without a dictionary,
-- Chinese too, whatever the locale of the database (pg_trgm leaves out Chinese where it is C).
CREATE FUNCTION audit.grams(value text) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN coalesce(
        (SELECT array_agg(DISTINCT pair.c || pair.next)
           FROM (SELECT one.c, lead(one.c) OVER (ORDER BY one.place) AS next
                   FROM unnest(string_to_array(value, NULL)) WITH ORDINALITY AS one (c, place)) AS pair
          WHERE pair.next IS NOT NULL), '{}');
COMMENT ON FUNCTION audit.grams(text) IS 'The pairs of neighbouring characters of a text';

CREATE INDEX entry_words ON audit.entry USING gin (audit.grams(audit.words(reason, changes)))
    WHERE reason IS NOT NULL OR changes IS NOT NULL;
CREATE INDEX entry_changes ON audit.entry USING gin (changes jsonb_path_ops)
    WHERE changes IS NOT NULL;

-- Written so that PostgreSQL puts them into the query and finds the indexes.
CREATE FUNCTION audit.says(reason text, changes jsonb, wanted text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (reason IS NOT NULL OR changes IS NOT NULL)
       AND audit.grams(audit.words(reason, changes)) @> audit.grams(lower(wanted))
       AND position(lower(wanted) IN audit.words(reason, changes)) > 0;
COMMENT ON FUNCTION audit.says(text, jsonb, text) IS 'Whether the words of an entry contain this text';
CREATE FUNCTION audit.has_change(changes jsonb, wanted text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN changes IS NOT NULL AND changes @> wanted::jsonb;
COMMENT ON FUNCTION audit.has_change(jsonb, text) IS
    'Whether one of the changes is like this: [{"thing": ..., "field": ...}]';

CREATE INDEX entry_error ON audit.entry (error_code, recorded_at, id) WHERE error_code IS NOT NULL;
CREATE INDEX entry_address ON audit.entry (address, recorded_at, id);
-- Who read whose data, counted a day at a time.
CREATE INDEX entry_read ON audit.entry (recorded_at) INCLUDE (who, roles, target)
    WHERE NOT change AND outcome = 'DONE';

CREATE TABLE audit.saved_search (
    id         uuid          PRIMARY KEY,
    owner      varchar(200)  NOT NULL,
    name       varchar(100)  NOT NULL CHECK (name <> ''),
    query      varchar(2000) NOT NULL,
    created_at timestamptz   NOT NULL,
    version    bigint        NOT NULL,
    UNIQUE (owner, name)
);
COMMENT ON TABLE audit.saved_search IS
    'Searches of the trail that an auditor keeps under a name, on his own desk';
GRANT SELECT, INSERT, UPDATE, DELETE ON audit.saved_search TO ${app_role};
