CREATE TABLE complaints.gone_file (
    stored_file varchar(64) PRIMARY KEY,
    since       timestamptz NOT NULL
);
COMMENT ON TABLE complaints.gone_file IS
    'Stored files that a case no longer holds; the row goes when the file is off the disk';
GRANT SELECT, INSERT, UPDATE, DELETE ON complaints.gone_file TO ${app_role};

-- Files and those who spoke for the complainant go with the texts of a case. The files on the disk are
-- removed by the application once no row holds them.
CREATE FUNCTION complaints.empty_intake() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS
$$
BEGIN
    INSERT INTO complaints.gone_file (stored_file, since)
    SELECT DISTINCT stored_file, now() FROM complaints.attachment
     WHERE complaint_id = NEW.id AND removed_at IS NULL
    ON CONFLICT DO NOTHING;
    UPDATE complaints.attachment
       SET stored_file = NULL, file_name = NULL, removed_at = now()
     WHERE complaint_id = NEW.id AND removed_at IS NULL;
    UPDATE complaints.party
       SET name = NULL, contact = NULL, document = '—', relation = '—'
     WHERE complaint_id = NEW.id;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION complaints.empty_intake() IS 'Trigger: what came in with a case is emptied with its texts';
CREATE TRIGGER empty_intake AFTER UPDATE OF texts_erased ON complaints.complaint
    FOR EACH ROW WHEN (NEW.texts_erased AND NOT OLD.texts_erased) EXECUTE FUNCTION complaints.empty_intake();
