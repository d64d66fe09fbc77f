-- What customers pay the bank's own mall for orders, and what it gives back, part by part.

ALTER TABLE deposits.entry
    DROP CONSTRAINT entry_kind_check,
    ADD CONSTRAINT entry_kind_check CHECK (kind IN
        ('CASH_IN', 'CASH_OUT', 'INFLOW', 'OUTFLOW', 'SPENDING', 'TRANSFER', 'REDRESS',
         'PURCHASE', 'REFUND', 'REVERSAL'));
ALTER TABLE deposits.posting
    DROP CONSTRAINT posting_system_account_check,
    ADD CONSTRAINT posting_system_account_check
        CHECK (system_account IN ('CASH', 'CLEARING', 'REDRESS', 'MALL'));

ALTER TABLE deposits.entry
    ADD COLUMN refunds uuid REFERENCES deposits.entry,
    ADD CHECK ((kind = 'REFUND') = (refunds IS NOT NULL));
COMMENT ON COLUMN deposits.entry.refunds IS 'The purchase that a refund gives back a part of';
CREATE INDEX entry_refunds ON deposits.entry (refunds) WHERE refunds IS NOT NULL;
GRANT INSERT (refunds) ON deposits.entry TO ${app_role};

CREATE FUNCTION deposits.check_refund_within_purchase() RETURNS trigger
    LANGUAGE plpgsql AS
$$
DECLARE
    left_over numeric;
BEGIN
    SELECT p.amount - coalesce((SELECT sum(r.amount) FROM deposits.entry r WHERE r.refunds = p.id), 0)
      INTO left_over FROM deposits.entry p WHERE p.id = NEW.refunds AND p.kind = 'PURCHASE';
    IF left_over IS NULL OR left_over < 0 THEN
        RAISE EXCEPTION 'Refund % gives back more than was paid by %', NEW.id, NEW.refunds
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION deposits.check_refund_within_purchase() IS
    'Refuses a refund of what is no purchase, or of more than is left of it; who refunds holds the balance that paid';
CREATE TRIGGER within_purchase AFTER INSERT ON deposits.entry
    FOR EACH ROW WHEN (NEW.refunds IS NOT NULL)
    EXECUTE FUNCTION deposits.check_refund_within_purchase();
