-- Of a line that a gift card paid a part of, a piece was told at what its own money came to: what a red line
-- said of one piece was not what its blue line said, since accounts get their money back first. Such a blue
-- line now says what its pieces are told at, and its red lines say that price and as many pieces of it as the
-- money that they take back. Lines of before, and those without cards, say neither: they stay as they were told.

ALTER TABLE invoices.invoice_line
    ADD COLUMN told_quantity numeric(29, 10),
    ADD COLUMN told_price    numeric(26, 10),
    ADD CONSTRAINT told_together CHECK ((told_quantity IS NULL) = (told_price IS NULL)),
    ADD CONSTRAINT told_quantity_and_price_are_the_money CHECK (abs(told_quantity * told_price - gross) <= 0.01),
    ADD CONSTRAINT told_the_same_way CHECK (sign(told_quantity) = sign(quantity) AND told_price > 0);
COMMENT ON COLUMN invoices.invoice_line.told_quantity IS
    'Where a gift card paid a part of the blue line: how many pieces the invoice tells, which on a red one is not how many came back; null: as quantity says';
COMMENT ON COLUMN invoices.invoice_line.told_price IS
    'Yuan for one of them, tax within; on a red line as on its blue one; null with told_quantity';

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
    RETURN NEW;
END
$$;
