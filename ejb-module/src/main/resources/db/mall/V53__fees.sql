-- Customers pay the mall for what is no order: the fee of a membership. One payment, from an account.

ALTER TABLE mall.payment
    DROP CONSTRAINT payment_check,
    ADD COLUMN customer_id uuid,
    ADD CONSTRAINT payment_is_for_one_thing CHECK (num_nonnulls(checkout_id, order_id, customer_id) = 1),
    ADD CONSTRAINT fee_is_paid_by_account CHECK (customer_id IS NULL OR tender = 'ACCOUNT');
COMMENT ON TABLE mall.payment IS
    'Money paid for an order that was placed at once, for a checkout, or as a fee; immutable';
COMMENT ON COLUMN mall.payment.customer_id IS
    'Whom a fee was taken from; the module that took it knows what for, by the id of the payment';
CREATE INDEX payment_fee ON mall.payment (customer_id) WHERE customer_id IS NOT NULL;
COMMENT ON COLUMN mall.payment_line.line_no IS 'A fee has one line';
COMMENT ON COLUMN mall.payback.cancellation_id IS
    'Null: the checkout came to nothing, or of a fee something was given back; either once';
