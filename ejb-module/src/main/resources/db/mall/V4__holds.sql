-- Points set aside before they are spent. Holding is a posting from the lot to the account HELD,
-- which names the lot too; a hold is resolved by one entry more: posted (a REDEEM) or let go.

CREATE TABLE mall.hold (
    id          uuid         PRIMARY KEY,
    customer_id uuid         NOT NULL REFERENCES mall.points_account,
    points      bigint       NOT NULL CHECK (points > 0),
    until       timestamptz  NOT NULL,
    status      varchar(10)  NOT NULL CHECK (status IN ('OPEN', 'POSTED', 'VOIDED', 'TIMED_OUT')),
    branch      varchar(20),
    placed_at   timestamptz  NOT NULL,
    placed_by   varchar(200) NOT NULL,
    CHECK (until > placed_at)
) WITH (fillfactor = 80);
COMMENT ON TABLE mall.hold IS
    'Points set aside for a purpose until a moment; the status changes once, what was held never';
COMMENT ON COLUMN mall.hold.until IS 'From this moment on it can no longer be posted';
COMMENT ON COLUMN mall.hold.branch IS 'Home branch of the customer when it was placed';
CREATE INDEX hold_open ON mall.hold (customer_id, until) WHERE status = 'OPEN';
GRANT SELECT, INSERT, UPDATE (status) ON mall.hold TO ${app_role};

CREATE FUNCTION mall.check_hold_open() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF OLD.status <> 'OPEN' THEN
        RAISE EXCEPTION 'Hold % is already %', OLD.id, OLD.status USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION mall.check_hold_open() IS 'Refuses to resolve a hold that is resolved';
CREATE TRIGGER resolved_once BEFORE UPDATE ON mall.hold
    FOR EACH ROW EXECUTE FUNCTION mall.check_hold_open();

-- The next moment at which something of a customer is due by itself. Whoever takes his account
-- reads it with the lock, so that nobody has to look for what is overdue.
ALTER TABLE mall.points_account ADD COLUMN due_at timestamptz;
COMMENT ON COLUMN mall.points_account.due_at IS
    'The earliest moment at which one of his holds times out; null: none';
CREATE INDEX points_account_due ON mall.points_account (due_at) WHERE due_at IS NOT NULL;
GRANT UPDATE (due_at) ON mall.points_account TO ${app_role};

ALTER TABLE mall.ledger_entry
    ADD COLUMN hold_id uuid REFERENCES mall.hold,
    DROP CONSTRAINT ledger_entry_kind_check,
    ADD CONSTRAINT ledger_entry_kind_check
        CHECK (kind IN ('GRANT', 'REDEEM', 'CANCEL', 'EXPIRE', 'HOLD', 'RELEASE')),
    DROP CONSTRAINT ledger_entry_check,
    ADD CONSTRAINT ledger_entry_order_check CHECK (
        CASE kind WHEN 'REDEEM' THEN order_id IS NOT NULL OR hold_id IS NOT NULL
                  WHEN 'CANCEL' THEN order_id IS NOT NULL
                  ELSE order_id IS NULL END),
    ADD CONSTRAINT ledger_entry_hold_check CHECK (
        CASE kind WHEN 'HOLD' THEN hold_id IS NOT NULL
                  WHEN 'RELEASE' THEN hold_id IS NOT NULL
                  WHEN 'REDEEM' THEN true
                  ELSE hold_id IS NULL END);
COMMENT ON COLUMN mall.ledger_entry.hold_id IS
    'The hold that the entry places (HOLD), spends (REDEEM) or lets go (RELEASE)';
-- Once placed, once resolved, whatever is retried or raced.
CREATE UNIQUE INDEX ledger_entry_hold ON mall.ledger_entry (hold_id, (kind = 'HOLD'))
    WHERE hold_id IS NOT NULL;
GRANT INSERT (hold_id) ON mall.ledger_entry TO ${app_role};

ALTER TABLE mall.posting
    DROP CONSTRAINT posting_account_check,
    ADD CONSTRAINT posting_account_check
        CHECK (account IN ('CUSTOMER', 'HELD', 'ISSUED', 'REDEEMED', 'EXPIRED', 'FORFEITED')),
    DROP CONSTRAINT posting_check,
    ADD CONSTRAINT posting_lot_check CHECK ((account IN ('CUSTOMER', 'HELD')) = (lot_id IS NOT NULL));
COMMENT ON COLUMN mall.posting.account IS
    'CUSTOMER (a lot of his), HELD (set aside out of a lot of his), or one of the system''s accounts, which have no row that could be fought for';
