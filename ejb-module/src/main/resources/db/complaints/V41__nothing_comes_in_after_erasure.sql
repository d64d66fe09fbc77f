-- Files and speakers go with the texts of a case; none comes in afterwards, not even in the moment of erasure.

-- What came in after it goes as the rest did.
INSERT INTO complaints.gone_file (stored_file, since)
SELECT DISTINCT a.stored_file, now() FROM complaints.attachment a
  JOIN complaints.complaint c ON c.id = a.complaint_id
 WHERE c.texts_erased AND a.removed_at IS NULL
ON CONFLICT DO NOTHING;
UPDATE complaints.attachment a
   SET stored_file = NULL, file_name = NULL, removed_at = now()
  FROM complaints.complaint c
 WHERE c.id = a.complaint_id AND c.texts_erased AND a.removed_at IS NULL;
UPDATE complaints.party p
   SET name = NULL, contact = NULL, document = '—', relation = '—'
  FROM complaints.complaint c
 WHERE c.id = p.complaint_id AND c.texts_erased;

CREATE FUNCTION complaints.refuse_after_erasure() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS
$$
BEGIN
    -- Waits for an erasure that is running, and one that comes waits for this.
    PERFORM 1 FROM complaints.complaint WHERE id = NEW.complaint_id AND NOT texts_erased FOR SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'The texts of this complaint were erased' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION complaints.refuse_after_erasure() IS
    'Trigger: nothing about a person comes in with a case whose texts were erased';
CREATE TRIGGER refuse_after_erasure BEFORE INSERT ON complaints.attachment
    FOR EACH ROW EXECUTE FUNCTION complaints.refuse_after_erasure();
CREATE TRIGGER refuse_after_erasure BEFORE INSERT ON complaints.party
    FOR EACH ROW EXECUTE FUNCTION complaints.refuse_after_erasure();
