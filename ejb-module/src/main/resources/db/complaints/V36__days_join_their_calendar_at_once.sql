-- Who may announce a calendar could have added days to one that cases count by already.

CREATE FUNCTION complaints.check_calendar_day() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    -- A calendar is never updated, so its row is of the transaction that wrote it.
    IF NOT EXISTS (SELECT FROM complaints.calendar c
                    WHERE c.code = NEW.code AND c.version = NEW.version
                      AND c.xmin = pg_current_xact_id()::xid) THEN
        RAISE EXCEPTION 'Version % of calendar % is immutable', NEW.version, NEW.code
            USING ERRCODE = 'restrict_violation', HINT = 'Announce a new version.';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION complaints.check_calendar_day() IS
    'Refuses days that come later than their version of the calendar';
CREATE TRIGGER at_once BEFORE INSERT ON complaints.calendar_day
    FOR EACH ROW EXECUTE FUNCTION complaints.check_calendar_day();
