-- Whoever bills what was delivered for money finds it without reading every order.
CREATE INDEX order_delivered_for_cash ON mall.customer_order (delivered_at, id) WHERE cash > 0;
