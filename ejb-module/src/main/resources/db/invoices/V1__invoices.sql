-- Fully digital invoices for what orders cost in money. What one says never changes; how it fares with
-- the tax authority does, until the authority has issued it.

GRANT USAGE ON SCHEMA invoices TO ${app_role};

CREATE TABLE invoices.tax_rate (
    id           uuid          PRIMARY KEY,
    subject_kind varchar(10)   NOT NULL CHECK (subject_kind IN ('EVERYTHING', 'CATEGORY', 'ITEM')),
    subject      varchar(60)   NOT NULL CHECK ((subject_kind = 'EVERYTHING') = (subject = '')),
    valid_from   date          NOT NULL,
    rate         numeric(5, 4) NOT NULL CHECK (rate >= 0 AND rate < 1),
    tax_code     varchar(19)   NOT NULL CHECK (tax_code ~ '^[0-9]{19}$'),
    source       varchar(500)  NOT NULL,
    set_at       timestamptz   NOT NULL DEFAULT now(),
    set_by       varchar(200)  NOT NULL DEFAULT 'system',
    UNIQUE (subject_kind, subject, valid_from)
);
COMMENT ON TABLE invoices.tax_rate IS
    'Rate of value added tax and code of goods, from which day on; an item goes before its category, the nearest category before those above it, those before everything; immutable';
COMMENT ON COLUMN invoices.tax_rate.subject IS 'Code of the category or of the item; empty for everything';
COMMENT ON COLUMN invoices.tax_rate.rate IS 'As a part of one: 0.13 is 13 per cent';
COMMENT ON COLUMN invoices.tax_rate.tax_code IS 'The authority''s 19 digits for the kind of goods (商品和服务税收分类编码)';
INSERT INTO invoices.tax_rate (id, subject_kind, subject, valid_from, rate, tax_code, source) VALUES
    ('01930000-0000-7000-8000-000000000001', 'EVERYTHING', '', '2019-04-01', 0.13, '1000000000000000000',
     '财政部 税务总局 海关总署公告2019年第39号：销售货物税率13%；2026-01-01起增值税法第十条同；税收分类编码未经核实');
CALL shared.make_immutable('invoices.tax_rate');
GRANT SELECT, INSERT ON invoices.tax_rate TO ${app_role};

CREATE TABLE invoices.series (
    issuer varchar(20) NOT NULL,
    year   int         NOT NULL,
    last   bigint      NOT NULL CHECK (last > 0),
    PRIMARY KEY (issuer, year)
);
COMMENT ON TABLE invoices.series IS
    'The last number given in a year of the bank''s zone; taken in the transaction of its invoice, so that none is lost';
GRANT SELECT, INSERT, UPDATE (last) ON invoices.series TO ${app_role};

CREATE TABLE invoices.invoice (
    id               uuid           PRIMARY KEY,
    version          int            NOT NULL,
    issuer           varchar(20)    NOT NULL,
    seller_name      varchar(100)   NOT NULL,
    year             int            NOT NULL,
    serial           bigint         NOT NULL CHECK (serial > 0),
    number           varchar(30)    NOT NULL,
    kind             varchar(4)     NOT NULL CHECK (kind IN ('BLUE', 'RED')),
    blue_id          uuid           REFERENCES invoices.invoice,
    cancellation_id  uuid,
    order_id         uuid           NOT NULL,
    order_number     varchar(20)    NOT NULL,
    customer_id      uuid           NOT NULL,
    branch           varchar(20),
    gross            numeric(18, 2) NOT NULL,
    net              numeric(18, 2) NOT NULL,
    tax              numeric(18, 2) NOT NULL,
    requested_at     timestamptz    NOT NULL,
    requested_by     varchar(200)   NOT NULL,
    buyer_kind       varchar(7)     NOT NULL CHECK (buyer_kind IN ('PERSON', 'COMPANY')),
    buyer_title      varchar(100),
    buyer_tax_number varchar(18),
    status           varchar(7)     NOT NULL CHECK (status IN ('WAITING', 'ISSUED', 'REFUSED')),
    attempts         int            NOT NULL CHECK (attempts >= 0),
    failing_since    timestamptz,
    next_attempt_at  timestamptz    NOT NULL,
    trouble          varchar(60),
    refusal          varchar(500),
    official_number  varchar(20)    UNIQUE CHECK (official_number ~ '^[0-9]{20}$'),
    issued_at        timestamptz,
    UNIQUE (issuer, year, serial),
    UNIQUE (blue_id, cancellation_id),
    CHECK ((kind = 'RED') = (blue_id IS NOT NULL)),
    CHECK ((kind = 'RED') = (cancellation_id IS NOT NULL)),
    CHECK (gross = net + tax),
    CHECK (CASE kind WHEN 'BLUE' THEN gross > 0 AND net >= 0 AND tax >= 0
                     ELSE gross < 0 AND net <= 0 AND tax <= 0 END),
    CHECK ((buyer_kind = 'COMPANY') = (buyer_tax_number IS NOT NULL)),
    CHECK (buyer_kind = 'PERSON' OR buyer_title IS NOT NULL),
    CHECK ((status = 'ISSUED') = (official_number IS NOT NULL)),
    CHECK ((status = 'ISSUED') = (issued_at IS NOT NULL)),
    CHECK (status <> 'REFUSED' OR trouble IS NOT NULL)
);
COMMENT ON TABLE invoices.invoice IS
    'An invoice for the money of an order (blue) or its taking back (red); money in yuan, negative on a red one. What it says is immutable; how it fares changes until it is issued';
COMMENT ON COLUMN invoices.invoice.issuer IS 'Tax number of the seller';
COMMENT ON COLUMN invoices.invoice.number IS 'Our own number, by which it is known until the authority has given one';
COMMENT ON COLUMN invoices.invoice.cancellation_id IS 'The mall''s cancellation or refund for which the red one was made';
COMMENT ON COLUMN invoices.invoice.buyer_title IS 'Null for a person without a name: 个人';
COMMENT ON COLUMN invoices.invoice.trouble IS 'Code of why it waits or was refused; null when nothing went wrong';
COMMENT ON COLUMN invoices.invoice.refusal IS 'What the authority said when it refused';
COMMENT ON COLUMN invoices.invoice.official_number IS 'The authority''s 20 digits';
CREATE INDEX invoice_requested ON invoices.invoice (requested_at, id);
CREATE INDEX invoice_number ON invoices.invoice (number);
CREATE INDEX invoice_order ON invoices.invoice (order_id);
CREATE INDEX invoice_order_number ON invoices.invoice (order_number);
CREATE INDEX invoice_customer ON invoices.invoice (customer_id, requested_at, id);
CREATE INDEX invoice_branch ON invoices.invoice (branch, requested_at, id) WHERE branch IS NOT NULL;
CREATE INDEX invoice_blue ON invoices.invoice (blue_id) WHERE blue_id IS NOT NULL;
CREATE INDEX invoice_due ON invoices.invoice (next_attempt_at, id) WHERE status = 'WAITING';
GRANT SELECT, INSERT, UPDATE (version, buyer_kind, buyer_title, buyer_tax_number, status, attempts,
    failing_since, next_attempt_at, trouble, refusal, official_number, issued_at)
    ON invoices.invoice TO ${app_role};

CREATE TABLE invoices.invoice_line (
    id            uuid           PRIMARY KEY,
    invoice_id    uuid           NOT NULL REFERENCES invoices.invoice,
    line_no       int            NOT NULL CHECK (line_no > 0),
    order_line_id uuid           NOT NULL,
    blue_line_id  uuid           REFERENCES invoices.invoice_line,
    sku           varchar(60)    NOT NULL,
    name          varchar(200)   NOT NULL,
    tax_code      varchar(19)    NOT NULL,
    tax_rate      numeric(5, 4)  NOT NULL CHECK (tax_rate >= 0 AND tax_rate < 1),
    quantity      bigint         NOT NULL CHECK (quantity <> 0),
    price         numeric(18, 2) NOT NULL CHECK (price > 0),
    gross         numeric(18, 2) NOT NULL,
    net           numeric(18, 2) NOT NULL,
    tax           numeric(18, 2) NOT NULL,
    UNIQUE (invoice_id, line_no),
    CHECK (gross = net + tax),
    CHECK (gross = quantity * price),
    CHECK (CASE WHEN blue_line_id IS NULL THEN quantity > 0 AND net >= 0 AND tax >= 0
                ELSE quantity < 0 AND net <= 0 AND tax <= 0 END)
);
COMMENT ON TABLE invoices.invoice_line IS 'What an invoice is for, line by line; immutable';
COMMENT ON COLUMN invoices.invoice_line.price IS 'Yuan for one piece, tax within';
COMMENT ON COLUMN invoices.invoice_line.blue_line_id IS 'On a red invoice, which line it takes back';
CREATE UNIQUE INDEX one_blue_line ON invoices.invoice_line (order_line_id) WHERE blue_line_id IS NULL;
COMMENT ON INDEX invoices.one_blue_line IS 'Nothing is invoiced twice';
CREATE INDEX invoice_line_blue ON invoices.invoice_line (blue_line_id) WHERE blue_line_id IS NOT NULL;
CALL shared.make_immutable('invoices.invoice_line');
GRANT SELECT, INSERT ON invoices.invoice_line TO ${app_role};

-- What an invoice says stays; once the authority has issued it, all of it does. A person's own title
-- may be emptied when he is erased.
CREATE FUNCTION invoices.guard_invoice() RETURNS trigger
    LANGUAGE plpgsql AS
$$
DECLARE
    changeable text[] := ARRAY['version', 'buyer_kind', 'buyer_title', 'buyer_tax_number', 'status', 'attempts',
        'failing_since', 'next_attempt_at', 'trouble', 'refusal', 'official_number', 'issued_at'];
BEGIN
    IF shared.erasing(TG_RELID) THEN
        changeable := ARRAY['version', 'buyer_title'];
    ELSIF OLD.status = 'ISSUED' THEN
        changeable := ARRAY[]::text[];
    END IF;
    IF to_jsonb(NEW) - changeable <> to_jsonb(OLD) - changeable THEN
        RAISE EXCEPTION 'Invoice % is immutable', OLD.number
            USING ERRCODE = 'restrict_violation', HINT = 'Take it back by a red one.';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION invoices.guard_invoice() IS
    'Refuses changes of what an invoice says, and any change of one that is issued';
CREATE TRIGGER immutable BEFORE UPDATE ON invoices.invoice
    FOR EACH ROW EXECUTE FUNCTION invoices.guard_invoice();
CREATE TRIGGER stays BEFORE DELETE OR TRUNCATE ON invoices.invoice
    FOR EACH STATEMENT EXECUTE FUNCTION shared.refuse_change();

-- Numbers of an issuer and a year have no gaps.
CREATE FUNCTION invoices.check_number() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF NEW.serial > 1 AND NOT EXISTS (SELECT FROM invoices.invoice i
            WHERE i.issuer = NEW.issuer AND i.year = NEW.year AND i.serial = NEW.serial - 1) THEN
        RAISE EXCEPTION 'Number % of % in % would leave a gap', NEW.serial, NEW.issuer, NEW.year
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION invoices.check_number() IS 'Refuses a number whose predecessor was not given';
CREATE TRIGGER without_gaps BEFORE INSERT ON invoices.invoice
    FOR EACH ROW EXECUTE FUNCTION invoices.check_number();

-- An invoice is the sum of its lines.
CREATE FUNCTION invoices.check_sums() RETURNS trigger
    LANGUAGE plpgsql AS
$$
DECLARE
    s record;
BEGIN
    SELECT sum(gross) AS gross, sum(net) AS net, sum(tax) AS tax,
           count(*) FILTER (WHERE (blue_line_id IS NULL) <> (NEW.kind = 'BLUE')) AS wrong
      INTO s FROM invoices.invoice_line WHERE invoice_id = NEW.id;
    IF s.wrong > 0 OR (s.gross, s.net, s.tax) IS DISTINCT FROM (NEW.gross, NEW.net, NEW.tax) THEN
        RAISE EXCEPTION 'Invoice % is not the sum of its lines', NEW.number
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION invoices.check_sums() IS 'Refuses the commit of an invoice that is not the sum of its lines';
CREATE CONSTRAINT TRIGGER sums AFTER INSERT ON invoices.invoice
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION invoices.check_sums();

-- A line comes with its invoice, and no more of a blue line is taken back than it says. As the owner,
-- who may hold the blue line, so that of two who take it back at once the second sees the first.
CREATE FUNCTION invoices.check_line() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    blue record;
    s    record;
BEGIN
    PERFORM 1 FROM invoices.invoice i
      WHERE i.id = NEW.invoice_id AND i.xmin = pg_current_xact_id()::xid;
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
COMMENT ON FUNCTION invoices.check_line() IS
    'Refuses lines that come later than their invoice, and red ones beyond their blue one';
REVOKE ALL ON FUNCTION invoices.check_line() FROM PUBLIC;
CREATE TRIGGER within_its_blue_line BEFORE INSERT ON invoices.invoice_line
    FOR EACH ROW EXECUTE FUNCTION invoices.check_line();

CREATE FUNCTION invoices.erase_customer(erasure uuid) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    customer uuid := privacy.customer_of(erasure);
    n        bigint;
BEGIN
    PERFORM set_config('heyi.erasing', 'on', true);
    UPDATE invoices.invoice SET buyer_title = NULL, version = version + 1
     WHERE customer_id = customer AND buyer_kind = 'PERSON' AND buyer_title IS NOT NULL;
    GET DIAGNOSTICS n = ROW_COUNT;
    PERFORM set_config('heyi.erasing', '', true);
    RETURN n;
END
$$;
COMMENT ON FUNCTION invoices.erase_customer(uuid) IS
    'Empties the names that invoices of the customer of an erasure were made out to; what they say in money stays';
REVOKE ALL ON FUNCTION invoices.erase_customer(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION invoices.erase_customer(uuid) TO ${app_role};
