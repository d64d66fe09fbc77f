-- Without the condition of the index: put into the query it would be about reason as text, while the
-- index speaks of the column, and PostgreSQL would not see that the one implies the other. Whoever
-- asks adds "reason IS NOT NULL OR changes IS NOT NULL".
CREATE OR REPLACE FUNCTION audit.says(reason text, changes jsonb, wanted text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN audit.grams(audit.words(reason, changes)) @> audit.grams(lower(wanted))
       AND position(lower(wanted) IN audit.words(reason, changes)) > 0;

-- What they really cost, so that a search does not walk along the times of all entries in the hope
-- of meeting words early, but asks the index of words.
ALTER FUNCTION audit.words(text, jsonb) COST 5000;
ALTER FUNCTION audit.grams(text) COST 5000;
