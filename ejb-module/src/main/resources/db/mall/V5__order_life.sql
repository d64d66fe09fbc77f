-- Orders have a life after they are placed: confirmed, packed, shipped, delivered. Goods come back.

ALTER TABLE mall.customer_order
    ADD COLUMN stage varchar(10) NOT NULL DEFAULT 'PLACED'
        CHECK (stage IN ('PLACED', 'CONFIRMED', 'PACKED', 'SHIPPED', 'DELIVERED', 'CANCELLED', 'RETURNED')),
    ADD COLUMN delivered_at timestamptz;
COMMENT ON COLUMN mall.customer_order.stage IS 'How far the order has come; status says how much of it is cancelled';
UPDATE mall.customer_order SET stage = 'CANCELLED' WHERE status = 'CANCELLED';
ALTER TABLE mall.customer_order
    ADD CHECK ((stage = 'CANCELLED') = (status = 'CANCELLED')),
    ADD CHECK ((stage IN ('DELIVERED', 'RETURNED')) = (delivered_at IS NOT NULL));
CREATE INDEX order_stage ON mall.customer_order (stage, placed_at, id)
    WHERE stage IN ('CONFIRMED', 'PACKED', 'SHIPPED');
GRANT UPDATE (stage, delivered_at) ON mall.customer_order TO ${app_role};

CREATE TABLE mall.order_step (
    order_id        uuid         NOT NULL REFERENCES mall.customer_order,
    step            varchar(8)   NOT NULL CHECK (step IN ('CONFIRM', 'PACK', 'SHIP', 'DELIVER')),
    leads_to        varchar(10)  NOT NULL,
    carrier         varchar(60),
    tracking_number varchar(60),
    taken_at        timestamptz  NOT NULL,
    taken_by        varchar(200) NOT NULL,
    PRIMARY KEY (order_id, step),
    CHECK ((step = 'SHIP') = (carrier IS NOT NULL)),
    CHECK ((step = 'SHIP') = (tracking_number IS NOT NULL))
);
COMMENT ON TABLE mall.order_step IS 'Who brought an order a step further, and when; each step at most once; immutable';
CALL shared.make_immutable('mall.order_step');
GRANT SELECT, INSERT ON mall.order_step TO ${app_role};

-- Returns -----------------------------------------------------------------------------------------

ALTER TABLE mall.order_line
    ADD COLUMN returned bigint NOT NULL DEFAULT 0 CHECK (returned >= 0),
    ADD CHECK (cancelled + returned <= quantity);
COMMENT ON COLUMN mall.order_line.returned IS 'Pieces that came back after delivery and were refunded';
GRANT UPDATE (returned) ON mall.order_line TO ${app_role};

CREATE SEQUENCE mall.return_number;
GRANT USAGE ON SEQUENCE mall.return_number TO ${app_role};

CREATE TABLE mall.goods_return (
    id           uuid         PRIMARY KEY,
    number       varchar(20)  NOT NULL UNIQUE,
    order_id     uuid         NOT NULL REFERENCES mall.customer_order,
    order_number varchar(20)  NOT NULL,
    customer_id  uuid         NOT NULL,
    branch       varchar(20),
    status       varchar(10)  NOT NULL
        CHECK (status IN ('REQUESTED', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'RECEIVED', 'INSPECTED', 'REFUNDED')),
    requested_at timestamptz  NOT NULL,
    version      bigint       NOT NULL
);
COMMENT ON TABLE mall.goods_return IS 'Goods that a customer gives back after delivery';
COMMENT ON COLUMN mall.goods_return.branch IS 'Home branch of the customer when he ordered';
CREATE INDEX goods_return_order ON mall.goods_return (order_id);
CREATE INDEX goods_return_requested ON mall.goods_return (requested_at, id);
GRANT SELECT, INSERT, UPDATE (status, version) ON mall.goods_return TO ${app_role};

CREATE TABLE mall.goods_return_line (
    return_id     uuid   NOT NULL REFERENCES mall.goods_return,
    seq           int    NOT NULL CHECK (seq > 0),
    order_line_id uuid   NOT NULL REFERENCES mall.order_line,
    quantity      bigint NOT NULL CHECK (quantity > 0),
    accepted      bigint CHECK (accepted BETWEEN 0 AND quantity),
    fate          varchar(9) CHECK (fate IN ('RESTOCK', 'WRITE_OFF')),
    PRIMARY KEY (return_id, seq),
    UNIQUE (return_id, order_line_id),
    CHECK ((accepted > 0) = (fate IS NOT NULL) OR (accepted IS NULL AND fate IS NULL))
);
COMMENT ON TABLE mall.goods_return_line IS 'What comes back, and what the inspection made of it';
CREATE INDEX goods_return_line_order_line ON mall.goods_return_line (order_line_id);
GRANT SELECT, INSERT, UPDATE (accepted, fate) ON mall.goods_return_line TO ${app_role};

CREATE TABLE mall.goods_return_step (
    return_id uuid         NOT NULL REFERENCES mall.goods_return,
    step      varchar(8)   NOT NULL
        CHECK (step IN ('REQUEST', 'APPROVE', 'REFUSE', 'WITHDRAW', 'RECEIVE', 'INSPECT', 'REFUND')),
    leads_to  varchar(10)  NOT NULL,
    reason    varchar(500),
    taken_at  timestamptz  NOT NULL,
    taken_by  varchar(200) NOT NULL,
    PRIMARY KEY (return_id, step)
);
COMMENT ON TABLE mall.goods_return_step IS 'Who did what about a return, when and why; each step at most once; immutable';
CALL shared.make_immutable('mall.goods_return_step');
CALL shared.make_erasable('mall.goods_return_step', 'reason');
GRANT SELECT, INSERT ON mall.goods_return_step TO ${app_role};

ALTER TABLE mall.cancellation ADD COLUMN return_id uuid UNIQUE REFERENCES mall.goods_return;
COMMENT ON COLUMN mall.cancellation.return_id IS 'The return that it refunds; null when the order was cancelled. A return is refunded once.';

CREATE FUNCTION mall.erase_returns(erasure uuid) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    customer uuid := privacy.customer_of(erasure);
    touched  bigint;
BEGIN
    PERFORM set_config('heyi.erasing', 'on', true);
    UPDATE mall.goods_return_step SET reason = '—'
     WHERE reason <> '—'
       AND return_id IN (SELECT id FROM mall.goods_return WHERE customer_id = customer);
    GET DIAGNOSTICS touched = ROW_COUNT;
    PERFORM set_config('heyi.erasing', '', true);
    RETURN touched;
END
$$;
COMMENT ON FUNCTION mall.erase_returns(uuid) IS 'Empties what was said about the returns of the customer of an erasure';
REVOKE ALL ON FUNCTION mall.erase_returns(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mall.erase_returns(uuid) TO ${app_role};
