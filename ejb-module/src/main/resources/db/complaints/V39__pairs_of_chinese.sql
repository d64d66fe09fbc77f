-- Chinese words have two characters, from which the index of threes makes nothing where the locale is C: one that
-- no case has was looked for in every narrative. Neighbouring wide characters have an index of their own.

CREATE FUNCTION complaints.wide_pairs(narrative text) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 1000
    RETURN ARRAY(
        SELECT DISTINCT character || next
          FROM (SELECT character, lead(character) OVER (ORDER BY place) AS next
                  FROM unnest(string_to_array(narrative, NULL)) WITH ORDINALITY AS written (character, place)) AS pair
         WHERE character COLLATE "C" >= U&'\2E80' AND next COLLATE "C" >= U&'\2E80');
COMMENT ON FUNCTION complaints.wide_pairs(text) IS
    'Each two neighbouring wide characters (U+2E80 and above, such as Chinese) of a text, each pair once';
CREATE INDEX complaint_wide_pairs ON complaints.complaint USING gin (complaints.wide_pairs(narrative));

-- Written so that PostgreSQL puts it into the query and finds the index.
CREATE FUNCTION complaints.has_wide_pairs(narrative text, wanted text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN complaints.wide_pairs(narrative) @> string_to_array(wanted, ' ');
COMMENT ON FUNCTION complaints.has_wide_pairs(text, text) IS
    'Whether a text has all of these pairs of wide characters, separated by spaces';
