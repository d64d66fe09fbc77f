-- What was said about a customer's goods, and where they were sent, ends with him.

-- A write-off of goods that came back names the line, instead of repeating what was said about it.
ALTER TABLE mall.stock_movement
    DROP CONSTRAINT stock_movement_check,
    ADD CONSTRAINT stock_movement_line_check CHECK (
        CASE WHEN kind IN ('REDEEMED', 'RETURNED') THEN order_line_id IS NOT NULL
             WHEN kind = 'WRITTEN_OFF' THEN true
             ELSE order_line_id IS NULL END);
CREATE INDEX stock_movement_order_line ON mall.stock_movement (order_line_id)
    WHERE order_line_id IS NOT NULL AND reason IS NOT NULL;
CALL shared.make_erasable('mall.stock_movement', 'reason');
CALL shared.make_erasable('mall.order_step', 'tracking_number');

CREATE FUNCTION mall.erase_goods(erasure uuid) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    customer uuid := privacy.customer_of(erasure);
    touched  bigint := 0;
    n        bigint;
BEGIN
    PERFORM set_config('heyi.erasing', 'on', true);
    UPDATE mall.stock_movement m SET reason = '—'
      FROM mall.order_line l JOIN mall.customer_order o ON o.id = l.order_id
     WHERE m.order_line_id = l.id AND o.customer_id = customer AND m.reason <> '—';
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    UPDATE mall.order_step SET tracking_number = '—'
     WHERE tracking_number <> '—'
       AND order_id IN (SELECT id FROM mall.customer_order WHERE customer_id = customer);
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    PERFORM set_config('heyi.erasing', '', true);
    DELETE FROM mall.cart_line WHERE customer_id = customer;
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    RETURN touched;
END
$$;
COMMENT ON FUNCTION mall.erase_goods(uuid) IS
    'Empties what was said about the goods of the customer of an erasure and where they went, and his cart';
REVOKE ALL ON FUNCTION mall.erase_goods(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mall.erase_goods(uuid) TO ${app_role};

-- All of one customer, for his export, his erasure and his timeline.
CREATE INDEX goods_return_customer ON mall.goods_return (customer_id, requested_at);
CREATE INDEX checkout_customer ON mall.checkout (customer_id, begun_at);
CREATE INDEX hold_customer ON mall.hold (customer_id, placed_at);
