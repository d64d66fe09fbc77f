-- Lines could join an invoice that an earlier transaction wrote: any change of a row, be it to what it
-- was, gives it the xmin of the one that changes it. By which transaction it was written is now said on it.
ALTER TABLE invoices.invoice ADD COLUMN written_by_tx xid8 NOT NULL DEFAULT pg_current_xact_id();
ALTER TABLE invoices.invoice ALTER COLUMN written_by_tx DROP DEFAULT;
COMMENT ON COLUMN invoices.invoice.written_by_tx IS
    'The transaction that wrote it, with which its lines come; set by trigger. Of those older than this column, the one that added it';

CREATE FUNCTION invoices.note_transaction() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    NEW.written_by_tx := pg_current_xact_id();
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION invoices.note_transaction() IS 'Says on an invoice which transaction wrote it, whatever the writer says';
CREATE TRIGGER written BEFORE INSERT ON invoices.invoice
    FOR EACH ROW EXECUTE FUNCTION invoices.note_transaction();

CREATE OR REPLACE FUNCTION invoices.check_line() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    blue record;
    s    record;
BEGIN
    PERFORM 1 FROM invoices.invoice i
      WHERE i.id = NEW.invoice_id AND i.written_by_tx = pg_current_xact_id();
    IF NOT FOUND THEN
        RAISE EXCEPTION 'Lines can join an invoice only in the transaction that wrote it'
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.blue_line_id IS NOT NULL THEN
        SELECT * INTO STRICT blue FROM invoices.invoice_line WHERE id = NEW.blue_line_id FOR NO KEY UPDATE;
        IF blue.blue_line_id IS NOT NULL OR blue.order_line_id <> NEW.order_line_id
           OR NOT EXISTS (SELECT FROM invoices.invoice r
                           WHERE r.id = NEW.invoice_id AND r.blue_id = blue.invoice_id) THEN
            RAISE EXCEPTION 'Line % takes back a line of another invoice', NEW.id
                USING ERRCODE = 'check_violation';
        END IF;
        SELECT coalesce(sum(quantity), 0) + NEW.quantity AS quantity,
               coalesce(sum(gross), 0) + NEW.gross AS gross,
               coalesce(sum(net), 0) + NEW.net AS net, coalesce(sum(tax), 0) + NEW.tax AS tax
          INTO s FROM invoices.invoice_line WHERE blue_line_id = NEW.blue_line_id;
        IF -s.quantity > blue.quantity OR -s.gross > blue.gross OR -s.net > blue.net OR -s.tax > blue.tax THEN
            RAISE EXCEPTION 'More is taken back than line % of its invoice says', blue.line_no
                USING ERRCODE = 'check_violation';
        END IF;
    END IF;
    RETURN NEW;
END
$$;

-- And a line that joins proves the sums of its invoice again.
CREATE OR REPLACE FUNCTION invoices.check_sums() RETURNS trigger
    LANGUAGE plpgsql AS
$$
DECLARE
    invoice record;
    s       record;
BEGIN
    CASE TG_TABLE_NAME
        WHEN 'invoice' THEN invoice := NEW;
        WHEN 'invoice_line' THEN SELECT * INTO STRICT invoice FROM invoices.invoice WHERE id = NEW.invoice_id;
    END CASE;
    SELECT sum(gross) AS gross, sum(net) AS net, sum(tax) AS tax,
           count(*) FILTER (WHERE (blue_line_id IS NULL) <> (invoice.kind = 'BLUE')) AS wrong
      INTO s FROM invoices.invoice_line WHERE invoice_id = invoice.id;
    IF s.wrong > 0 OR (s.gross, s.net, s.tax) IS DISTINCT FROM (invoice.gross, invoice.net, invoice.tax) THEN
        RAISE EXCEPTION 'Invoice % is not the sum of its lines', invoice.number
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION invoices.check_sums() IS
    'Refuses the commit of an invoice, or of a line of one, that is not the sum of its lines';
CREATE CONSTRAINT TRIGGER sums AFTER INSERT ON invoices.invoice_line
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION invoices.check_sums();

-- What may have been issued was made out to another buyer under the same key, and would have stood with
-- the authority otherwise than here. Another buyer needs a refusal, and what was refused gets another key.
ALTER TABLE invoices.invoice ADD COLUMN edition int NOT NULL DEFAULT 0 CHECK (edition >= 0);
COMMENT ON COLUMN invoices.invoice.edition IS
    'How often a refusal was mended; part of the key under which it is handed over, but for 0';
GRANT UPDATE (edition) ON invoices.invoice TO ${app_role};

CREATE OR REPLACE FUNCTION invoices.guard_invoice() RETURNS trigger
    LANGUAGE plpgsql AS
$$
DECLARE
    changeable text[] := ARRAY['version', 'buyer_kind', 'buyer_title', 'buyer_tax_number', 'status', 'edition',
        'attempts', 'failing_since', 'next_attempt_at', 'trouble', 'refusal', 'official_number', 'issued_at'];
BEGIN
    IF shared.erasing(TG_RELID) THEN
        changeable := ARRAY['version', 'buyer_title'];
    ELSIF OLD.status = 'ISSUED' THEN
        changeable := ARRAY[]::text[];
    ELSIF OLD.kind = 'BLUE' AND (OLD.status <> 'REFUSED' OR NEW.edition <= OLD.edition)
          AND (OLD.buyer_kind, OLD.buyer_title, OLD.buyer_tax_number)
              IS DISTINCT FROM (NEW.buyer_kind, NEW.buyer_title, NEW.buyer_tax_number) THEN
        RAISE EXCEPTION 'Invoice % may be issued as it is: its buyer is immutable', OLD.number
            USING ERRCODE = 'restrict_violation', HINT = 'Once it is refused, another edition has another buyer.';
    END IF;
    IF to_jsonb(NEW) - changeable <> to_jsonb(OLD) - changeable OR NEW.edition < OLD.edition THEN
        RAISE EXCEPTION 'Invoice % is immutable', OLD.number
            USING ERRCODE = 'restrict_violation', HINT = 'Take it back by a red one.';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION invoices.guard_invoice() IS
    'Refuses changes of what an invoice says, another buyer of what may be issued, and any change of one that is';
