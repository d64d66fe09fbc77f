-- Each line proved the sums of its invoice anew at the end of the transaction: as many times as it has lines,
-- and each time all of them were summed. The last one that joined proves them for all before it, for lines join
-- an invoice only in the transaction that wrote it; which is the last, a number says that no writer chooses.

CREATE SEQUENCE invoices.line_nth;
ALTER TABLE invoices.invoice_line ADD COLUMN nth bigint NOT NULL DEFAULT 0;
ALTER TABLE invoices.invoice_line ALTER COLUMN nth DROP DEFAULT;
COMMENT ON COLUMN invoices.invoice_line.nth IS
    'Which lines of an invoice joined it later; set by trigger. 0 for those older than this column, whose invoices are closed';
-- Over the id as text, so that the last one is looked for here, and not among all lines by another index, whatever
-- the planner knows of the table.
CREATE INDEX invoice_line_nth ON invoices.invoice_line ((invoice_id::text), nth);

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
        IF NEW.told_price IS DISTINCT FROM blue.told_price THEN
            RAISE EXCEPTION 'Line % takes back a line at another price', NEW.id
                USING ERRCODE = 'check_violation';
        END IF;
        SELECT coalesce(sum(quantity), 0) + NEW.quantity AS quantity,
               coalesce(sum(told_quantity), 0) + NEW.told_quantity AS told_quantity,
               coalesce(sum(gross), 0) + NEW.gross AS gross,
               coalesce(sum(net), 0) + NEW.net AS net, coalesce(sum(tax), 0) + NEW.tax AS tax
          INTO s FROM invoices.invoice_line WHERE blue_line_id = NEW.blue_line_id;
        IF -s.quantity > blue.quantity OR -s.told_quantity > blue.told_quantity
           OR -s.gross > blue.gross OR -s.net > blue.net OR -s.tax > blue.tax THEN
            RAISE EXCEPTION 'More is taken back than line % of its invoice says', blue.line_no
                USING ERRCODE = 'check_violation';
        END IF;
    END IF;
    NEW.nth := nextval('invoices.line_nth');
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION invoices.check_sums() RETURNS trigger
    LANGUAGE plpgsql AS
$$
DECLARE
    invoice record;
    s       record;
BEGIN
    CASE TG_TABLE_NAME
        WHEN 'invoice' THEN invoice := NEW;
        WHEN 'invoice_line' THEN
            IF EXISTS (SELECT FROM invoices.invoice_line l
                        WHERE l.invoice_id::text = NEW.invoice_id::text AND l.nth > NEW.nth) THEN
                RETURN NULL;
            END IF;
            SELECT * INTO STRICT invoice FROM invoices.invoice WHERE id = NEW.invoice_id;
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
    'Refuses the commit of an invoice, or of the last line of one, that is not the sum of its lines';
