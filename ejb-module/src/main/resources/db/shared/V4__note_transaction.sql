-- One way to say on a row which transaction wrote it, so that what belongs to it comes with it or not at all.

CREATE FUNCTION shared.note_transaction() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    NEW.written_by_tx := pg_current_xact_id();
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION shared.note_transaction() IS
    'Row trigger: says on a row which transaction wrote it, whatever the writer says';

CREATE PROCEDURE shared.note_transaction_of(target regclass)
    LANGUAGE plpgsql AS
$$
BEGIN
    EXECUTE format(
        'CREATE OR REPLACE TRIGGER written BEFORE INSERT ON %s '
        'FOR EACH ROW EXECUTE FUNCTION shared.note_transaction()', target);
END
$$;
COMMENT ON PROCEDURE shared.note_transaction_of(regclass) IS
    'Has the column written_by_tx (xid8) of a table filled in; compare it with pg_current_xact_id() when parts of the row come';
