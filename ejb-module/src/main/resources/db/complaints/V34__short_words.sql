-- Two letters make no three of characters, so that the index of threes cannot find them: words of one or
-- two Latin letters or digits have an index of their own, and are looked for as whole words.

CREATE FUNCTION complaints.short_words(narrative text) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 1000
    RETURN ARRAY(SELECT DISTINCT word FROM regexp_split_to_table(lower(narrative), '[^a-z0-9]+') AS word
                  WHERE length(word) BETWEEN 1 AND 2);
COMMENT ON FUNCTION complaints.short_words(text) IS
    'The words of one or two Latin letters or digits in a text, in small letters, each once';
CREATE INDEX complaint_short_words ON complaints.complaint USING gin (complaints.short_words(narrative));

-- Written so that PostgreSQL puts it into the query and finds the index.
CREATE FUNCTION complaints.has_short_words(narrative text, wanted text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN complaints.short_words(narrative) @> string_to_array(wanted, ' ');
COMMENT ON FUNCTION complaints.has_short_words(text, text) IS
    'Whether a text has all of these short words, separated by spaces, in small letters';
