-- A gift card pays a part of what goods cost in money, or all of it.

ALTER TABLE mall.payment
    DROP CONSTRAINT payment_tender_check,
    ADD CONSTRAINT payment_tender_check CHECK (tender IN ('ACCOUNT', 'GIFT_CARD')),
    ADD COLUMN card_id uuid,
    ADD COLUMN card_entry_id uuid UNIQUE,
    ADD CHECK ((tender = 'GIFT_CARD') = (card_id IS NOT NULL)),
    ADD CHECK ((tender = 'GIFT_CARD') = (card_entry_id IS NOT NULL));
COMMENT ON COLUMN mall.payment.card_id IS 'The gift card that paid';
COMMENT ON COLUMN mall.payment.card_entry_id IS 'The entry in the ledger of gift cards';

ALTER TABLE mall.payback
    ADD COLUMN card_id uuid,
    ADD COLUMN card_entry_id uuid UNIQUE,
    ADD CHECK ((card_id IS NULL) = (card_entry_id IS NULL)),
    ADD CHECK (num_nonnulls(movement_id, card_entry_id) = 1);
COMMENT ON COLUMN mall.payback.card_id IS
    'The gift card that it went to: another one than the card that paid when that was replaced';
COMMENT ON COLUMN mall.payback.card_entry_id IS 'The entry in the ledger of gift cards';
