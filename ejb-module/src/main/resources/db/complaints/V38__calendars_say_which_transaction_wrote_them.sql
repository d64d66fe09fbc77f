-- By which transaction a calendar was written was read from its row's xmin, which is another's below a
-- savepoint, changes with any rewriting of the row and comes round. It is now said on it.
ALTER TABLE complaints.calendar ADD COLUMN written_by_tx xid8 NOT NULL DEFAULT pg_current_xact_id();
ALTER TABLE complaints.calendar ALTER COLUMN written_by_tx DROP DEFAULT;
COMMENT ON COLUMN complaints.calendar.written_by_tx IS
    'The transaction that wrote it, with which its days come; set by trigger. Of those older than this column, the one that added it';

CREATE FUNCTION complaints.note_transaction() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    NEW.written_by_tx := pg_current_xact_id();
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION complaints.note_transaction() IS 'Says on a calendar which transaction wrote it, whatever the writer says';
CREATE TRIGGER written BEFORE INSERT ON complaints.calendar
    FOR EACH ROW EXECUTE FUNCTION complaints.note_transaction();

CREATE OR REPLACE FUNCTION complaints.check_calendar_day() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF NOT EXISTS (SELECT FROM complaints.calendar c
                    WHERE c.code = NEW.code AND c.version = NEW.version
                      AND c.written_by_tx = pg_current_xact_id()) THEN
        RAISE EXCEPTION 'Version % of calendar % is immutable', NEW.version, NEW.code
            USING ERRCODE = 'restrict_violation', HINT = 'Announce a new version.';
    END IF;
    RETURN NEW;
END
$$;
