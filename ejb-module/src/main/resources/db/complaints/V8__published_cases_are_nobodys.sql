-- Cases that a body outside publishes without saying whose they are tell of nobody: their texts have
-- no period.

CREATE OR REPLACE FUNCTION complaints.empty_old_texts(before timestamptz, most integer) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
BEGIN
    PERFORM privacy.require_over('complaint-texts', before);
    RETURN complaints.empty_texts(ARRAY(
        SELECT id FROM complaints.complaint
         WHERE NOT open AND NOT texts_erased AND coalesce(closed_at, received_at) < before
           AND (customer_id IS NOT NULL OR complainant_name IS NOT NULL
                OR complainant_contact IS NOT NULL)
         ORDER BY closed_at, id LIMIT most FOR UPDATE SKIP LOCKED));
END
$$;
