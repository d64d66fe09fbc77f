-- Of a line that a gift card paid a part of, the part that an account paid is invoiced: what the card
-- paid stands beside it, so that both are still what the pieces cost.

ALTER TABLE invoices.invoice_line
    DROP CONSTRAINT invoice_line_check1,
    ADD COLUMN by_card numeric(18, 2) NOT NULL DEFAULT 0,
    ADD CONSTRAINT with_the_cards_part_it_is_the_price CHECK (gross + by_card = quantity * price),
    ADD CONSTRAINT both_parts_go_one_way CHECK (CASE WHEN blue_line_id IS NULL THEN gross > 0 AND by_card >= 0
                                                     ELSE gross < 0 AND by_card <= 0 END);
COMMENT ON COLUMN invoices.invoice_line.by_card IS
    'Yuan of the pieces'' price that gift cards paid, which is not invoiced; negative on a red line';
