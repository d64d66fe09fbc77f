-- Words in Latin letters and digits are found by the threes of their characters, not by reading every
-- narrative. PostgreSQL leaves Chinese out of them where the locale is C; Chinese is looked for as it
-- stands, which is quick enough. Whose database it is may have installed the extension elsewhere.
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA complaints;
DO
$$
BEGIN
    EXECUTE format('CREATE INDEX complaint_words ON complaints.complaint USING gin (lower(narrative) %s.gin_trgm_ops)',
        (SELECT extnamespace::regnamespace FROM pg_extension WHERE extname = 'pg_trgm'));
END
$$;
COMMENT ON INDEX complaints.complaint_words IS 'Finds what stands anywhere in a narrative, as the list''s filter asks for it';

-- Cases of one body outside among half a million of the bank's own.
CREATE INDEX complaint_source ON complaints.complaint (source, received_at, id);
