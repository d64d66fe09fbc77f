-- Lots by rule: dated rules for their last day, points that are locked until a day or an event,
-- corrections by hand, and transfers that keep the last day.

CREATE TABLE mall.expiry_rule (
    kind       varchar(20)  NOT NULL,
    valid_from date         NOT NULL,
    method     varchar(10)  NOT NULL CHECK (method IN ('DAYS', 'MONTH_END', 'YEAR_END', 'NEVER')),
    length     int          NOT NULL CHECK (length BETWEEN 0 AND 36500),
    source     varchar(500) NOT NULL,
    set_at     timestamptz  NOT NULL DEFAULT now(),
    set_by     varchar(200) NOT NULL DEFAULT 'system',
    PRIMARY KEY (kind, valid_from),
    CHECK (method <> 'NEVER' OR length = 0)
);
COMMENT ON TABLE mall.expiry_rule IS
    'How long points of a kind of grant last, from which day on; immutable';
COMMENT ON COLUMN mall.expiry_rule.length IS
    'Days; months, to the end of the month; or calendar years, to the end of the year';
INSERT INTO mall.expiry_rule (kind, valid_from, method, length, source) VALUES
    ('STANDARD', '2000-01-01', 'MONTH_END', 24, 'as installed');
CALL shared.make_immutable('mall.expiry_rule');
GRANT SELECT, INSERT ON mall.expiry_rule TO ${app_role};

ALTER TABLE mall.lot
    ADD COLUMN kind             varchar(20) NOT NULL DEFAULT 'STANDARD',
    ADD COLUMN locked           bigint      NOT NULL DEFAULT 0 CHECK (locked >= 0),
    ADD COLUMN activates_on     date,
    ADD COLUMN activates_by     varchar(60),
    ADD COLUMN transferred_from uuid        REFERENCES mall.lot,
    ALTER COLUMN source TYPE varchar(12),
    DROP CONSTRAINT lot_source_check,
    ADD CONSTRAINT lot_source_check
        CHECK (source IN ('GRANTED', 'RESTORED', 'ADJUSTED', 'TRANSFERRED')),
    ADD CONSTRAINT lot_whole_check CHECK (remaining + locked <= granted),
    ADD CONSTRAINT lot_waits_check
        CHECK (locked = 0 OR activates_on IS NOT NULL OR activates_by IS NOT NULL),
    ADD CONSTRAINT lot_transferred_check
        CHECK ((source = 'TRANSFERRED') = (transferred_from IS NOT NULL));
COMMENT ON COLUMN mall.lot.kind IS 'Kind of grant, by which its last day was set';
COMMENT ON COLUMN mall.lot.locked IS
    'Points that cannot be used yet, besides remaining; equals the sum of its postings to LOCKED';
COMMENT ON COLUMN mall.lot.activates_on IS 'First day on which locked points can be used';
COMMENT ON COLUMN mall.lot.activates_by IS 'The event that makes locked points usable';
CREATE INDEX lot_locked ON mall.lot (customer_id) WHERE locked > 0;
GRANT UPDATE (locked) ON mall.lot TO ${app_role};
COMMENT ON COLUMN mall.points_account.due_at IS
    'The earliest moment at which one of his holds times out or locked points of his become usable';

ALTER TABLE mall.ledger_entry
    DROP CONSTRAINT ledger_entry_kind_check,
    ADD CONSTRAINT ledger_entry_kind_check CHECK (kind IN ('GRANT', 'REDEEM', 'CANCEL', 'EXPIRE',
        'HOLD', 'RELEASE', 'ACTIVATE', 'ADJUST', 'SEND', 'RECEIVE')),
    ADD CONSTRAINT ledger_entry_reason_check CHECK (kind <> 'ADJUST' OR reason IS NOT NULL);

ALTER TABLE mall.posting
    DROP CONSTRAINT posting_account_check,
    ADD CONSTRAINT posting_account_check CHECK (account IN ('CUSTOMER', 'HELD', 'LOCKED', 'ISSUED',
        'REDEEMED', 'EXPIRED', 'FORFEITED', 'ADJUSTED', 'TRANSFER')),
    DROP CONSTRAINT posting_lot_check,
    ADD CONSTRAINT posting_lot_check
        CHECK ((account IN ('CUSTOMER', 'HELD', 'LOCKED')) = (lot_id IS NOT NULL));
COMMENT ON COLUMN mall.posting.account IS
    'CUSTOMER (a lot of his), HELD (set aside out of it), LOCKED (not usable yet), or one of the system''s accounts, which have no row that could be fought for';

CREATE TABLE mall.transfer (
    id             uuid         PRIMARY KEY,
    sent_entry     uuid         NOT NULL UNIQUE REFERENCES mall.ledger_entry,
    received_entry uuid         NOT NULL UNIQUE REFERENCES mall.ledger_entry,
    points         bigint       NOT NULL CHECK (points > 0),
    transferred_at timestamptz  NOT NULL,
    transferred_by varchar(200) NOT NULL
);
COMMENT ON TABLE mall.transfer IS
    'Points that one member of a household gave another: the two entries; immutable';
CALL shared.make_immutable('mall.transfer');
GRANT SELECT, INSERT ON mall.transfer TO ${app_role};
