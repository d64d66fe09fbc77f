-- Points of a fee can be forfeited when they are given back; none came back then, but it is booked.

DO $$
DECLARE
    rule name;
BEGIN
    SELECT conname INTO STRICT rule FROM pg_constraint
     WHERE conrelid = 'promotions.membership'::regclass AND contype = 'c'
       AND pg_get_constraintdef(oid) LIKE '%refund_entry%';
    EXECUTE format('ALTER TABLE promotions.membership DROP CONSTRAINT %I', rule);
END
$$;
ALTER TABLE promotions.membership
    ADD CHECK (coalesce(refunded, 0) = 0 OR refund_entry IS NOT NULL);
COMMENT ON COLUMN promotions.membership.refunded IS
    'Points that came back when it was ended early, since this version without those that were forfeited';
COMMENT ON COLUMN promotions.membership.refund_entry IS
    'The entry of the points ledger that gave back, or forfeited';
