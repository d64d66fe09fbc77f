-- What goods cost in money beside points: paid from an account, given back part by part. In fen.

ALTER TABLE mall.checkout ADD COLUMN cash bigint NOT NULL DEFAULT 0 CHECK (cash >= 0);
COMMENT ON COLUMN mall.checkout.cash IS 'Fen paid when it began; given back when it does not become an order';
ALTER TABLE mall.checkout_line ADD COLUMN cash bigint NOT NULL DEFAULT 0 CHECK (cash >= 0);
COMMENT ON COLUMN mall.checkout_line.cash IS 'Fen for one piece, beside the points';
ALTER TABLE mall.order_line ADD COLUMN cash bigint NOT NULL DEFAULT 0 CHECK (cash >= 0);
COMMENT ON COLUMN mall.order_line.cash IS 'Fen for one piece, beside the points';

ALTER TABLE mall.customer_order
    ADD COLUMN cash bigint NOT NULL DEFAULT 0 CHECK (cash >= 0),
    ADD COLUMN cash_returned bigint NOT NULL DEFAULT 0,
    ADD CHECK (cash_returned BETWEEN 0 AND cash);
COMMENT ON COLUMN mall.customer_order.cash IS 'Fen that it cost beside the points';
COMMENT ON COLUMN mall.customer_order.cash_returned IS 'Fen of what was cancelled or came back';
GRANT UPDATE (cash_returned) ON mall.customer_order TO ${app_role};

ALTER TABLE mall.cancellation ADD COLUMN cash bigint NOT NULL DEFAULT 0 CHECK (cash >= 0);
COMMENT ON COLUMN mall.cancellation.cash IS 'Fen of what was cancelled or came back';
ALTER TABLE mall.cancellation_line ADD COLUMN cash bigint NOT NULL DEFAULT 0 CHECK (cash >= 0);
COMMENT ON COLUMN mall.cancellation_line.cash IS 'Fen for the pieces';

CREATE TABLE mall.payment (
    id          uuid         PRIMARY KEY,
    checkout_id uuid         REFERENCES mall.checkout,
    order_id    uuid         REFERENCES mall.customer_order,
    tender      varchar(9)   NOT NULL CHECK (tender IN ('ACCOUNT')),
    account_id  uuid,
    movement_id uuid         UNIQUE,
    amount      bigint       NOT NULL CHECK (amount > 0),
    paid_at     timestamptz  NOT NULL,
    paid_by     varchar(200) NOT NULL,
    CHECK (num_nonnulls(checkout_id, order_id) = 1),
    CHECK ((tender = 'ACCOUNT') = (account_id IS NOT NULL)),
    CHECK ((tender = 'ACCOUNT') = (movement_id IS NOT NULL))
);
COMMENT ON TABLE mall.payment IS
    'Money paid for an order that was placed at once, or for a checkout; immutable';
COMMENT ON COLUMN mall.payment.movement_id IS 'The movement in the ledger of money';
COMMENT ON COLUMN mall.payment.amount IS 'Fen';
CREATE INDEX payment_checkout ON mall.payment (checkout_id) WHERE checkout_id IS NOT NULL;
CREATE INDEX payment_order ON mall.payment (order_id) WHERE order_id IS NOT NULL;
CALL shared.make_immutable('mall.payment');
GRANT SELECT, INSERT ON mall.payment TO ${app_role};

CREATE TABLE mall.payment_line (
    payment_id uuid   NOT NULL REFERENCES mall.payment,
    line_no    int    NOT NULL CHECK (line_no > 0),
    amount     bigint NOT NULL CHECK (amount > 0),
    PRIMARY KEY (payment_id, line_no)
);
COMMENT ON TABLE mall.payment_line IS 'Which line of the checkout or order a payment paid for, in fen; immutable';
CALL shared.make_immutable('mall.payment_line');
GRANT SELECT, INSERT ON mall.payment_line TO ${app_role};

CREATE TABLE mall.payback (
    id              uuid         PRIMARY KEY,
    payment_id      uuid         NOT NULL REFERENCES mall.payment,
    cancellation_id uuid         REFERENCES mall.cancellation,
    account_id      uuid,
    movement_id     uuid         UNIQUE,
    amount          bigint       NOT NULL CHECK (amount > 0),
    given_at        timestamptz  NOT NULL,
    given_by        varchar(200) NOT NULL,
    UNIQUE (payment_id, cancellation_id),
    CHECK ((account_id IS NULL) = (movement_id IS NULL))
);
COMMENT ON TABLE mall.payback IS 'Money of a payment given back; once for a cancellation or return; immutable';
COMMENT ON COLUMN mall.payback.cancellation_id IS 'Null: the checkout came to nothing';
COMMENT ON COLUMN mall.payback.account_id IS 'Where it went: another account than the one that paid when that is closed';
CREATE UNIQUE INDEX payback_checkout ON mall.payback (payment_id) WHERE cancellation_id IS NULL;
CREATE INDEX payback_cancellation ON mall.payback (cancellation_id) WHERE cancellation_id IS NOT NULL;
CALL shared.make_immutable('mall.payback');
GRANT SELECT, INSERT ON mall.payback TO ${app_role};

CREATE TABLE mall.payback_line (
    payback_id uuid   NOT NULL REFERENCES mall.payback,
    payment_id uuid   NOT NULL,
    line_no    int    NOT NULL,
    amount     bigint NOT NULL CHECK (amount > 0),
    PRIMARY KEY (payback_id, line_no),
    FOREIGN KEY (payment_id, line_no) REFERENCES mall.payment_line
);
COMMENT ON TABLE mall.payback_line IS 'Which line it was given back for, in fen; immutable';
CREATE INDEX payback_line_payment ON mall.payback_line (payment_id, line_no);
CALL shared.make_immutable('mall.payback_line');
GRANT SELECT, INSERT ON mall.payback_line TO ${app_role};

-- The parts of a payment are all of it, and no more is given back of a part than was paid.
CREATE FUNCTION mall.check_parts_of_payment() RETURNS trigger
    LANGUAGE plpgsql AS
$$
DECLARE
    parts numeric;
BEGIN
    IF TG_TABLE_NAME = 'payment' THEN
        SELECT coalesce(sum(amount), 0) INTO parts FROM mall.payment_line WHERE payment_id = NEW.id;
    ELSE
        SELECT coalesce(sum(amount), 0) INTO parts FROM mall.payback_line WHERE payback_id = NEW.id;
        IF EXISTS (SELECT FROM mall.payment_line l
                    WHERE l.payment_id = NEW.payment_id
                      AND l.amount < (SELECT sum(b.amount) FROM mall.payback_line b
                                       WHERE b.payment_id = l.payment_id AND b.line_no = l.line_no)) THEN
            RAISE EXCEPTION 'More is given back than payment % has paid', NEW.payment_id
                USING ERRCODE = 'check_violation';
        END IF;
    END IF;
    IF parts <> NEW.amount THEN
        RAISE EXCEPTION 'The parts of % are %, not %', NEW.id, parts, NEW.amount
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION mall.check_parts_of_payment() IS
    'Refuses the commit of a payment, or of money given back, whose lines do not add up to it';
CREATE CONSTRAINT TRIGGER parts AFTER INSERT ON mall.payment
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION mall.check_parts_of_payment();
CREATE CONSTRAINT TRIGGER parts AFTER INSERT ON mall.payback
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION mall.check_parts_of_payment();
