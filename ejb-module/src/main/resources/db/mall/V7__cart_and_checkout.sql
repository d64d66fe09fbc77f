-- Carts, and checkouts that set points and pieces aside before an order is placed.

CREATE TABLE mall.cart_line (
    customer_id uuid        NOT NULL,
    item_id     uuid        NOT NULL REFERENCES mall.item,
    quantity    bigint      NOT NULL CHECK (quantity > 0),
    price_seen  bigint      NOT NULL CHECK (price_seen >= 0),
    put_at      timestamptz NOT NULL,
    PRIMARY KEY (customer_id, item_id)
);
COMMENT ON TABLE mall.cart_line IS 'What a customer has gathered and not ordered yet; reserves nothing';
COMMENT ON COLUMN mall.cart_line.price_seen IS 'Price for one piece that the customer was shown and has agreed to';
GRANT SELECT, INSERT, UPDATE, DELETE ON mall.cart_line TO ${app_role};

CREATE TABLE mall.purchase_limit (
    item_id uuid   PRIMARY KEY REFERENCES mall.item,
    pieces  bigint NOT NULL CHECK (pieces > 0),
    days    int    NOT NULL CHECK (days BETWEEN 1 AND 3660)
);
COMMENT ON TABLE mall.purchase_limit IS 'How many pieces of an item one customer may order within so many days';
GRANT SELECT, INSERT, UPDATE, DELETE ON mall.purchase_limit TO ${app_role};

CREATE TABLE mall.checkout (
    id          uuid         PRIMARY KEY,
    customer_id uuid         NOT NULL REFERENCES mall.points_account,
    branch      varchar(20),
    status      varchar(9)   NOT NULL CHECK (status IN ('OPEN', 'CONFIRMED', 'RELEASED', 'TIMED_OUT')),
    total       bigint       NOT NULL CHECK (total >= 0),
    hold_id     uuid         REFERENCES mall.hold,
    until       timestamptz  NOT NULL,
    order_id    uuid         UNIQUE REFERENCES mall.customer_order,
    begun_at    timestamptz  NOT NULL,
    begun_by    varchar(200) NOT NULL,
    CHECK ((status = 'CONFIRMED') = (order_id IS NOT NULL)),
    CHECK ((total > 0) = (hold_id IS NOT NULL))
);
COMMENT ON TABLE mall.checkout IS 'Points and pieces set aside for an order that is not placed yet';
COMMENT ON COLUMN mall.checkout.until IS 'From this moment on it can no longer be confirmed';
CREATE UNIQUE INDEX checkout_open ON mall.checkout (customer_id) WHERE status = 'OPEN';
CREATE INDEX checkout_due ON mall.checkout (until) WHERE status = 'OPEN';
GRANT SELECT, INSERT, UPDATE (status, order_id) ON mall.checkout TO ${app_role};

-- What is resolved stays as it is.
CREATE FUNCTION mall.check_checkout_open() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF OLD.status <> 'OPEN' THEN
        RAISE EXCEPTION 'Checkout % is resolved', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION mall.check_checkout_open() IS 'Refuses to change a checkout that is resolved';
CREATE TRIGGER resolved_once BEFORE UPDATE ON mall.checkout
    FOR EACH ROW EXECUTE FUNCTION mall.check_checkout_open();

CREATE TABLE mall.checkout_line (
    checkout_id uuid         NOT NULL REFERENCES mall.checkout,
    seq         int          NOT NULL CHECK (seq > 0),
    item_id     uuid         NOT NULL REFERENCES mall.item,
    sku         varchar(40)  NOT NULL,
    name        varchar(200) NOT NULL,
    price       bigint       NOT NULL CHECK (price >= 0),
    quantity    bigint       NOT NULL CHECK (quantity > 0),
    reduced     bigint       NOT NULL CHECK (reduced BETWEEN 0 AND price * quantity),
    PRIMARY KEY (checkout_id, seq)
);
COMMENT ON TABLE mall.checkout_line IS 'What is set aside, at the price that counts; immutable';
COMMENT ON COLUMN mall.checkout_line.reduced IS 'Points taken off the whole line, by a coupon for instance';
CALL shared.make_immutable('mall.checkout_line');
GRANT SELECT, INSERT ON mall.checkout_line TO ${app_role};

ALTER TABLE mall.order_line ADD COLUMN reduced bigint NOT NULL DEFAULT 0
    CHECK (reduced >= 0 AND reduced <= price * quantity);
COMMENT ON COLUMN mall.order_line.reduced IS 'Points taken off the whole line; what is given back for it is in proportion';

-- Reserved pieces leave the stock at once: what the stock says can be sold to anybody.
ALTER TABLE mall.stock_movement
    DROP CONSTRAINT stock_movement_kind_check,
    ADD CONSTRAINT stock_movement_kind_check
        CHECK (kind IN ('RECEIVED', 'REDEEMED', 'RETURNED', 'WRITTEN_OFF', 'RESERVED', 'RELEASED')),
    ADD COLUMN checkout_id uuid REFERENCES mall.checkout,
    ADD CHECK ((kind IN ('RESERVED', 'RELEASED')) = (checkout_id IS NOT NULL));
CREATE INDEX stock_movement_checkout ON mall.stock_movement (checkout_id) WHERE checkout_id IS NOT NULL;
COMMENT ON COLUMN mall.item.stock IS 'Pieces that can be sold: those reserved by an open checkout are not among them';
