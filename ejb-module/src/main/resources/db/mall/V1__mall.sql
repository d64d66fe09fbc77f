-- The points mall: catalogue, orders, and the double-entry ledger of points.
-- Facts (entries, postings, movements, cancellations, refunds) are immutable; what is left of a
-- lot, a stock or an order line is a projection of them, guarded by checks and by column grants.

GRANT USAGE ON SCHEMA mall TO ${app_role};

-- Catalogue ---------------------------------------------------------------------------------------

CREATE TABLE mall.item (
    id         uuid         PRIMARY KEY,
    sku        varchar(40)  NOT NULL UNIQUE,
    name       varchar(200) NOT NULL,
    price      bigint       NOT NULL CHECK (price >= 0),
    stock      bigint       NOT NULL CHECK (stock >= 0),
    status     varchar(10)  NOT NULL CHECK (status IN ('ON_SALE', 'WITHDRAWN')),
    version    bigint       NOT NULL,
    created_at timestamptz  NOT NULL
) WITH (fillfactor = 80);
COMMENT ON TABLE mall.item IS
    'What points buy; stock is the sum of its stock_movement rows and is changed only with one';
COMMENT ON COLUMN mall.item.price IS 'Points for one piece';
CREATE INDEX item_name ON mall.item (lower(name) text_pattern_ops);
GRANT SELECT, INSERT, UPDATE ON mall.item TO ${app_role};

-- Points ------------------------------------------------------------------------------------------

CREATE TABLE mall.points_account (
    customer_id uuid        PRIMARY KEY,
    entries     bigint      NOT NULL CHECK (entries >= 0),
    opened_at   timestamptz NOT NULL
) WITH (fillfactor = 80);
COMMENT ON TABLE mall.points_account IS
    'One row a customer: whoever changes his points holds this row first, and numbers his entries';
GRANT SELECT, INSERT, UPDATE (entries) ON mall.points_account TO ${app_role};

CREATE TABLE mall.lot (
    id            uuid        PRIMARY KEY,
    customer_id   uuid        NOT NULL REFERENCES mall.points_account,
    source        varchar(10) NOT NULL CHECK (source IN ('GRANTED', 'RESTORED')),
    granted       bigint      NOT NULL CHECK (granted > 0),
    remaining     bigint      NOT NULL CHECK (remaining BETWEEN 0 AND granted),
    granted_on    date        NOT NULL,
    expires_on    date,
    restored_from uuid        REFERENCES mall.lot,
    CHECK ((source = 'RESTORED') = (restored_from IS NOT NULL))
) WITH (fillfactor = 80);
COMMENT ON TABLE mall.lot IS
    'Points granted together; remaining always equals the sum of the lot''s postings';
COMMENT ON COLUMN mall.lot.expires_on IS 'Last day on which the points can be used; null: never expires';
CREATE INDEX lot_with_points ON mall.lot (customer_id) WHERE remaining > 0;
GRANT SELECT, INSERT, UPDATE (remaining) ON mall.lot TO ${app_role};

-- Orders ------------------------------------------------------------------------------------------

CREATE SEQUENCE mall.order_number;
GRANT USAGE ON SEQUENCE mall.order_number TO ${app_role};

CREATE TABLE mall.customer_order (
    id           uuid         PRIMARY KEY,
    number       varchar(20)  NOT NULL UNIQUE,
    external_ref varchar(60)  UNIQUE,
    customer_id  uuid         NOT NULL REFERENCES mall.points_account,
    branch       varchar(20),
    status       varchar(16)  NOT NULL CHECK (status IN ('PLACED', 'PARTLY_CANCELLED', 'CANCELLED')),
    total        bigint       NOT NULL CHECK (total >= 0),
    returned     bigint       NOT NULL CHECK (returned BETWEEN 0 AND total),
    placed_at    timestamptz  NOT NULL,
    recorded_at  timestamptz  NOT NULL,
    placed_by    varchar(200) NOT NULL,
    version      bigint       NOT NULL
) WITH (fillfactor = 90);
COMMENT ON TABLE mall.customer_order IS 'Redemptions of points for goods';
COMMENT ON COLUMN mall.customer_order.branch IS 'Home branch of the customer when he ordered';
COMMENT ON COLUMN mall.customer_order.external_ref IS 'Number of the order in the system it was taken over from';
COMMENT ON COLUMN mall.customer_order.placed_at IS 'When the customer ordered; before recorded_at when taken over';
COMMENT ON COLUMN mall.customer_order.returned IS 'Points of what was cancelled';
CREATE INDEX order_placed ON mall.customer_order (placed_at, id);
CREATE INDEX order_customer ON mall.customer_order (customer_id, placed_at, id);
CREATE INDEX order_branch ON mall.customer_order (branch, placed_at, id) WHERE branch IS NOT NULL;
GRANT SELECT, INSERT, UPDATE (status, returned, version) ON mall.customer_order TO ${app_role};

CREATE TABLE mall.order_line (
    id        uuid         PRIMARY KEY,
    order_id  uuid         NOT NULL REFERENCES mall.customer_order,
    line_no   int          NOT NULL CHECK (line_no > 0),
    item_id   uuid         NOT NULL REFERENCES mall.item,
    sku       varchar(40)  NOT NULL,
    name      varchar(200) NOT NULL,
    price     bigint       NOT NULL CHECK (price >= 0),
    quantity  bigint       NOT NULL CHECK (quantity > 0),
    cancelled bigint       NOT NULL CHECK (cancelled BETWEEN 0 AND quantity),
    UNIQUE (order_id, line_no)
) WITH (fillfactor = 90);
COMMENT ON TABLE mall.order_line IS 'Lines of an order, with name and price as they were then';
GRANT SELECT, INSERT, UPDATE (cancelled) ON mall.order_line TO ${app_role};

CREATE TABLE mall.stock_movement (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    item_id       uuid         NOT NULL REFERENCES mall.item,
    kind          varchar(12)  NOT NULL CHECK (kind IN ('RECEIVED', 'REDEEMED', 'RETURNED', 'WRITTEN_OFF')),
    delta         bigint       NOT NULL CHECK (delta <> 0),
    order_line_id uuid         REFERENCES mall.order_line,
    reason        varchar(500),
    recorded_at   timestamptz  NOT NULL,
    recorded_by   varchar(200) NOT NULL,
    CHECK ((kind IN ('REDEEMED', 'RETURNED')) = (order_line_id IS NOT NULL))
);
COMMENT ON TABLE mall.stock_movement IS 'Every change of a stock, with its reason; immutable';
CREATE INDEX stock_movement_item ON mall.stock_movement (item_id, id);
CALL shared.make_immutable('mall.stock_movement');
GRANT SELECT, INSERT ON mall.stock_movement TO ${app_role};

-- Ledger ------------------------------------------------------------------------------------------

CREATE TABLE mall.ledger_entry (
    id            uuid         PRIMARY KEY,
    customer_id   uuid         NOT NULL REFERENCES mall.points_account,
    entry_no      bigint       NOT NULL CHECK (entry_no > 0),
    kind          varchar(10)  NOT NULL CHECK (kind IN ('GRANT', 'REDEEM', 'CANCEL', 'EXPIRE')),
    amount        bigint       NOT NULL,
    balance_after bigint       NOT NULL CHECK (balance_after >= 0),
    order_id      uuid         REFERENCES mall.customer_order,
    reverses      uuid         REFERENCES mall.ledger_entry,
    reason        varchar(500),
    effective_on  date         NOT NULL,
    recorded_at   timestamptz  NOT NULL,
    recorded_by   varchar(200) NOT NULL,
    written_by_tx xid8         NOT NULL DEFAULT pg_current_xact_id(),
    UNIQUE (customer_id, entry_no),
    CHECK ((kind IN ('REDEEM', 'CANCEL')) = (order_id IS NOT NULL)),
    CHECK ((kind = 'CANCEL') = (reverses IS NOT NULL)),
    CHECK (kind <> 'CANCEL' OR reason IS NOT NULL)
);
COMMENT ON TABLE mall.ledger_entry IS 'Transactions of the points ledger; immutable, corrected only by a reversing entry';
COMMENT ON COLUMN mall.ledger_entry.amount IS 'What the entry does to the customer''s points: the sum of its postings to lots';
COMMENT ON COLUMN mall.ledger_entry.balance_after IS 'The customer''s points in all lots after this entry';
COMMENT ON COLUMN mall.ledger_entry.written_by_tx IS 'Postings may join the entry only in this database transaction';
CREATE INDEX ledger_entry_order ON mall.ledger_entry (order_id) WHERE order_id IS NOT NULL;
CALL shared.make_immutable('mall.ledger_entry');
-- Without written_by_tx: the application cannot pretend to be the transaction that wrote an entry.
GRANT SELECT,
      INSERT (id, customer_id, entry_no, kind, amount, balance_after, order_id, reverses, reason,
              effective_on, recorded_at, recorded_by)
    ON mall.ledger_entry TO ${app_role};

CREATE TABLE mall.posting (
    entry_id      uuid        NOT NULL REFERENCES mall.ledger_entry,
    seq           int         NOT NULL CHECK (seq > 0),
    account       varchar(10) NOT NULL CHECK (account IN ('CUSTOMER', 'ISSUED', 'REDEEMED', 'EXPIRED', 'FORFEITED')),
    lot_id        uuid        REFERENCES mall.lot,
    order_line_id uuid        REFERENCES mall.order_line,
    amount        bigint      NOT NULL CHECK (amount <> 0),
    PRIMARY KEY (entry_id, seq),
    CHECK ((account = 'CUSTOMER') = (lot_id IS NOT NULL))
);
COMMENT ON TABLE mall.posting IS 'Legs of an entry; they sum to zero within each entry; immutable';
COMMENT ON COLUMN mall.posting.account IS 'CUSTOMER (a lot of his) or one of the system''s accounts, which have no row that could be fought for';
CALL shared.make_immutable('mall.posting');
GRANT SELECT, INSERT ON mall.posting TO ${app_role};

-- Deferred to the commit, once an entry (not once a posting), so that it stays cheap for orders
-- with many lines.
CREATE FUNCTION mall.check_entry_balanced() RETURNS trigger
    LANGUAGE plpgsql AS
$$
DECLARE
    total    numeric;
    customer numeric;
BEGIN
    SELECT coalesce(sum(amount), 0), coalesce(sum(amount) FILTER (WHERE account = 'CUSTOMER'), 0)
      INTO total, customer
      FROM mall.posting
     WHERE entry_id = NEW.id;
    IF total <> 0 THEN
        RAISE EXCEPTION 'Ledger entry % is not balanced: its postings sum to %', NEW.id, total
            USING ERRCODE = 'check_violation';
    END IF;
    IF customer <> NEW.amount THEN
        RAISE EXCEPTION 'Ledger entry % says %, but posts % to the customer', NEW.id, NEW.amount, customer
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION mall.check_entry_balanced() IS 'Refuses the commit of an entry whose postings do not sum to zero';
CREATE CONSTRAINT TRIGGER balanced AFTER INSERT ON mall.ledger_entry
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION mall.check_entry_balanced();

-- Closes the back door of the check above: a posting added to an entry committed earlier.
CREATE FUNCTION mall.check_entry_open() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF EXISTS (SELECT FROM fresh JOIN mall.ledger_entry e ON e.id = fresh.entry_id
                WHERE e.written_by_tx <> pg_current_xact_id()) THEN
        RAISE EXCEPTION 'Postings can join a ledger entry only in the transaction that wrote it'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION mall.check_entry_open() IS 'Refuses postings to entries of earlier transactions';
CREATE TRIGGER entry_open AFTER INSERT ON mall.posting
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION mall.check_entry_open();

-- Cancellations -----------------------------------------------------------------------------------

CREATE TABLE mall.cancellation (
    id           uuid         PRIMARY KEY,
    order_id     uuid         NOT NULL REFERENCES mall.customer_order,
    entry_id     uuid         NOT NULL UNIQUE REFERENCES mall.ledger_entry,
    reason       varchar(500) NOT NULL,
    points       bigint       NOT NULL CHECK (points >= 0),
    effective_at timestamptz  NOT NULL,
    recorded_at  timestamptz  NOT NULL,
    recorded_by  varchar(200) NOT NULL
);
COMMENT ON TABLE mall.cancellation IS 'Cancellations of orders, in whole or in part; immutable';
CREATE INDEX cancellation_order ON mall.cancellation (order_id);
CALL shared.make_immutable('mall.cancellation');
GRANT SELECT, INSERT ON mall.cancellation TO ${app_role};

CREATE TABLE mall.cancellation_line (
    cancellation_id uuid   NOT NULL REFERENCES mall.cancellation,
    seq             int    NOT NULL CHECK (seq > 0),
    order_line_id   uuid   NOT NULL REFERENCES mall.order_line,
    quantity        bigint NOT NULL CHECK (quantity > 0),
    points          bigint NOT NULL CHECK (points >= 0),
    external_ref    varchar(60),
    PRIMARY KEY (cancellation_id, seq)
);
COMMENT ON TABLE mall.cancellation_line IS 'What was cancelled of which order line; immutable';
CREATE UNIQUE INDEX cancellation_line_external
    ON mall.cancellation_line (external_ref, order_line_id) WHERE external_ref IS NOT NULL;
CALL shared.make_immutable('mall.cancellation_line');
GRANT SELECT, INSERT ON mall.cancellation_line TO ${app_role};

CREATE TABLE mall.refund (
    cancellation_id uuid        NOT NULL REFERENCES mall.cancellation,
    seq             int         NOT NULL CHECK (seq > 0),
    order_line_id   uuid        NOT NULL REFERENCES mall.order_line,
    lot_id          uuid        NOT NULL REFERENCES mall.lot,
    amount          bigint      NOT NULL CHECK (amount > 0),
    decision        varchar(10) NOT NULL CHECK (decision IN ('RETURNED', 'RESTORED', 'FORFEITED')),
    restored_lot_id uuid        REFERENCES mall.lot,
    PRIMARY KEY (cancellation_id, seq),
    CHECK ((decision = 'RESTORED') = (restored_lot_id IS NOT NULL))
);
COMMENT ON TABLE mall.refund IS
    'Which lot the points of a cancelled line had come from, and what was decided about them; immutable';
CREATE INDEX refund_order_line ON mall.refund (order_line_id);
CALL shared.make_immutable('mall.refund');
GRANT SELECT, INSERT ON mall.refund TO ${app_role};
