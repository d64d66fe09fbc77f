-- Gift cards: what the bank owes their bearers, and the double-entry ledger behind it.
-- Facts (entries, postings) are immutable; a card's balance is a projection of them.

GRANT USAGE ON SCHEMA giftcards TO ${app_role};

CREATE TABLE giftcards.rule (
    valid_from  date           PRIMARY KEY,
    months      int            NOT NULL CHECK (months BETWEEN 1 AND 1200),
    refund_days int            NOT NULL CHECK (refund_days BETWEEN 1 AND 3660),
    most        numeric(18, 2) NOT NULL CHECK (most > 0),
    source      varchar(500)   NOT NULL,
    set_at      timestamptz    NOT NULL DEFAULT now(),
    set_by      varchar(200)   NOT NULL DEFAULT 'system'
);
COMMENT ON TABLE giftcards.rule IS
    'How long gift cards last and how much they may hold, from which day of issue on; immutable';
COMMENT ON COLUMN giftcards.rule.months IS 'Months from the day of issue to the last day';
COMMENT ON COLUMN giftcards.rule.refund_days IS
    'How long an expired card lasts again when money comes back to it, in days';
COMMENT ON COLUMN giftcards.rule.most IS 'The most that a card may be issued for, CNY';
INSERT INTO giftcards.rule (valid_from, months, refund_days, most, source) VALUES
    ('2012-11-01', 36, 90, 1000,
     '商务部令2012年第9号《单用途商业预付卡管理办法（试行）》第十八、十九条（条文待核）；退款展期天数为本行规定');
CALL shared.make_immutable('giftcards.rule');
GRANT SELECT, INSERT ON giftcards.rule TO ${app_role};

CREATE SEQUENCE giftcards.card_number;
GRANT USAGE ON SEQUENCE giftcards.card_number TO ${app_role};

CREATE TABLE giftcards.card (
    id             uuid           PRIMARY KEY,
    version        bigint         NOT NULL,
    number         varchar(20)    NOT NULL UNIQUE,
    status         varchar(8)     NOT NULL
        CHECK (status IN ('ISSUED', 'ACTIVE', 'BLOCKED', 'REPLACED', 'EXPIRED')),
    code_hash      varchar(64)    UNIQUE CHECK (code_hash ~ '^[0-9a-f]{64}$'),
    code_end       varchar(4)     CHECK (length(code_end) = 4),
    funding        varchar(5)     NOT NULL CHECK (funding IN ('CASH', 'GIVEN')),
    amount         numeric(18, 2) NOT NULL CHECK (amount > 0),
    balance        numeric(18, 2) NOT NULL CHECK (balance >= 0),
    movements      bigint         NOT NULL CHECK (movements >= 0),
    expires_on     date           NOT NULL,
    customer_id    uuid,
    branch         varchar(20),
    replaces       uuid           UNIQUE REFERENCES giftcards.card,
    issued_at      timestamptz    NOT NULL,
    issued_by      varchar(200)   NOT NULL,
    handed_over_at timestamptz,
    CHECK ((code_hash IS NULL) = (code_end IS NULL)),
    CHECK ((code_hash IS NULL) = (handed_over_at IS NULL)),
    CHECK (status <> 'ACTIVE' OR code_hash IS NOT NULL),
    CHECK (status NOT IN ('EXPIRED', 'REPLACED') OR balance = 0)
) WITH (fillfactor = 80);
COMMENT ON TABLE giftcards.card IS
    'Gift cards; whoever moves money of one holds its row first, and numbers its postings';
COMMENT ON COLUMN giftcards.card.code_hash IS
    'HMAC-SHA-256 of the code, whose key lies outside the database; null before it is handed over';
COMMENT ON COLUMN giftcards.card.code_end IS 'The last four signs of the code, to recognise it by';
COMMENT ON COLUMN giftcards.card.funding IS
    'CASH: sold over the counter; GIVEN: a present of the bank''s';
COMMENT ON COLUMN giftcards.card.expires_on IS 'Last day on which it pays, by the bank''s calendar';
COMMENT ON COLUMN giftcards.card.customer_id IS 'Who got it from the bank, when he is known; whoever has the code may use it';
COMMENT ON COLUMN giftcards.card.replaces IS 'The lost card whose money it took over';
CREATE INDEX card_issued ON giftcards.card (issued_at, id);
CREATE INDEX card_customer ON giftcards.card (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX card_due ON giftcards.card (expires_on, id) WHERE status IN ('ISSUED', 'ACTIVE');
GRANT SELECT, INSERT,
      UPDATE (version, status, code_hash, code_end, balance, movements, expires_on, handed_over_at)
    ON giftcards.card TO ${app_role};

CREATE TABLE giftcards.entry (
    id            uuid           PRIMARY KEY,
    kind          varchar(10)    NOT NULL
        CHECK (kind IN ('ISSUE', 'REDEEM', 'REFUND', 'EXPIRE', 'REACTIVATE', 'REPLACE')),
    amount        numeric(18, 2) NOT NULL CHECK (amount > 0),
    refunds       uuid           REFERENCES giftcards.entry,
    booked_on     date           NOT NULL,
    booked_at     timestamptz    NOT NULL,
    booked_by     varchar(200)   NOT NULL,
    written_by_tx xid8           NOT NULL DEFAULT pg_current_xact_id(),
    CHECK ((kind = 'REFUND') = (refunds IS NOT NULL))
);
COMMENT ON TABLE giftcards.entry IS 'Transactions of the ledger of gift cards; immutable';
COMMENT ON COLUMN giftcards.entry.refunds IS 'The redemption of which it gives back a part or all';
COMMENT ON COLUMN giftcards.entry.written_by_tx IS
    'Postings may join the entry only in this database transaction';
CREATE INDEX entry_refunds ON giftcards.entry (refunds) WHERE refunds IS NOT NULL;
CALL shared.make_immutable('giftcards.entry');
GRANT SELECT, INSERT (id, kind, amount, refunds, booked_on, booked_at, booked_by)
    ON giftcards.entry TO ${app_role};

CREATE TABLE giftcards.posting (
    id            uuid           PRIMARY KEY,
    entry_id      uuid           NOT NULL REFERENCES giftcards.entry,
    account       varchar(10)    NOT NULL
        CHECK (account IN ('GIFT_CARDS', 'CASH', 'GIVEN', 'MALL', 'BREAKAGE')),
    card_id       uuid           REFERENCES giftcards.card,
    amount        numeric(18, 2) NOT NULL CHECK (amount <> 0),
    balance_after numeric(18, 2) CHECK (balance_after >= 0),
    seq           bigint         CHECK (seq > 0),
    UNIQUE (card_id, seq),
    CHECK ((account = 'GIFT_CARDS') = (card_id IS NOT NULL)),
    CHECK ((card_id IS NULL) = (seq IS NULL)),
    CHECK ((card_id IS NULL) = (balance_after IS NULL))
);
COMMENT ON TABLE giftcards.posting IS
    'Legs of an entry, positive onto the card; they sum to zero within each entry; immutable';
COMMENT ON COLUMN giftcards.posting.account IS
    'GIFT_CARDS is what is owed to bearers, card by card; the others are the bank''s own side';
CREATE INDEX posting_entry ON giftcards.posting (entry_id);
CALL shared.make_immutable('giftcards.posting');
GRANT SELECT, INSERT ON giftcards.posting TO ${app_role};

CREATE FUNCTION giftcards.check_entry_balanced() RETURNS trigger
    LANGUAGE plpgsql AS
$$
DECLARE
    total numeric;
    legs  bigint;
BEGIN
    SELECT coalesce(sum(amount), 0), count(*) INTO total, legs
      FROM giftcards.posting WHERE entry_id = NEW.id;
    IF total <> 0 OR legs < 2 THEN
        RAISE EXCEPTION 'Entry % is not balanced: its % postings sum to %', NEW.id, legs, total
            USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.refunds IS NOT NULL
       AND (SELECT sum(amount) FROM giftcards.entry WHERE refunds = NEW.refunds)
           > (SELECT amount FROM giftcards.entry WHERE id = NEW.refunds AND kind = 'REDEEM') THEN
        RAISE EXCEPTION 'More is given back than redemption % has paid', NEW.refunds
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION giftcards.check_entry_balanced() IS
    'Refuses the commit of an entry whose postings do not sum to zero, or that gives back too much';
CREATE CONSTRAINT TRIGGER balanced AFTER INSERT ON giftcards.entry
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION giftcards.check_entry_balanced();

CREATE FUNCTION giftcards.check_entry_open() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF EXISTS (SELECT FROM fresh JOIN giftcards.entry e ON e.id = fresh.entry_id
                WHERE e.written_by_tx <> pg_current_xact_id()) THEN
        RAISE EXCEPTION 'Postings can join an entry only in the transaction that wrote it'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION giftcards.check_entry_open() IS
    'Closes the back door of the balance check: a posting added to an entry committed earlier';
CREATE TRIGGER entry_open AFTER INSERT ON giftcards.posting
    REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION giftcards.check_entry_open();

CREATE TABLE giftcards.wrong_code (
    id       uuid         PRIMARY KEY,
    caller   varchar(200) NOT NULL,
    tried_at timestamptz  NOT NULL
);
COMMENT ON TABLE giftcards.wrong_code IS
    'Who has tried a code that is none, so that nobody tries for long; never the code';
CREATE INDEX wrong_code_caller ON giftcards.wrong_code (caller, tried_at);
CREATE INDEX wrong_code_tried ON giftcards.wrong_code (tried_at);
GRANT SELECT, INSERT, DELETE ON giftcards.wrong_code TO ${app_role};
