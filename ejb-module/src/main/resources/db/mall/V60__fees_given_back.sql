-- Points of a fee that are given back go into the lots that paid it, as those of a cancelled order do:
-- by a CANCEL that reverses the fee's REDEEM. So one may be of no order now; of a fee there is one.

DO
$$
DECLARE
    rule text;
BEGIN
    SELECT pg_get_expr(conbin, conrelid) INTO STRICT rule
      FROM pg_constraint
     WHERE conrelid = 'mall.ledger_entry'::regclass AND conname = 'ledger_entry_order_check';
    ALTER TABLE mall.ledger_entry DROP CONSTRAINT ledger_entry_order_check;
    EXECUTE format('ALTER TABLE mall.ledger_entry ADD CONSTRAINT ledger_entry_order_check'
                   || ' CHECK ((%s) OR kind = ''CANCEL'' AND reverses IS NOT NULL)', rule);
END
$$;
CREATE UNIQUE INDEX ledger_entry_fee_back ON mall.ledger_entry (reverses)
    WHERE kind = 'CANCEL' AND order_id IS NULL;

CREATE TABLE mall.fee_refund (
    entry_id        uuid        NOT NULL REFERENCES mall.ledger_entry,
    seq             int         NOT NULL CHECK (seq > 0),
    lot_id          uuid        NOT NULL REFERENCES mall.lot,
    amount          bigint      NOT NULL CHECK (amount > 0),
    decision        varchar(10) NOT NULL CHECK (decision IN ('RETURNED', 'RESTORED', 'FORFEITED')),
    restored_lot_id uuid        REFERENCES mall.lot,
    PRIMARY KEY (entry_id, seq),
    CHECK ((decision = 'RESTORED') = (restored_lot_id IS NOT NULL))
);
COMMENT ON TABLE mall.fee_refund IS
    'Which lot the points of a fee that come back had come from, and what was decided about them; immutable';
COMMENT ON COLUMN mall.fee_refund.entry_id IS 'The CANCEL that gives them back; it reverses what took the fee';
CALL shared.make_immutable('mall.fee_refund');
GRANT SELECT, INSERT ON mall.fee_refund TO ${app_role};
