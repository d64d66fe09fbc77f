-- Money in the accounts: balances, the double-entry ledger behind them, and limits by type.
-- Facts (entries, postings) are immutable; a balance and a day's use are projections of them.

GRANT USAGE ON SCHEMA deposits TO ${app_role};

CREATE TABLE deposits.account_limit (
    type       varchar(3)     NOT NULL CHECK (type IN ('I', 'II', 'III')),
    kind       varchar(12)    NOT NULL
        CHECK (kind IN ('INFLOW_DAY', 'INFLOW_YEAR', 'OUTFLOW_DAY', 'OUTFLOW_YEAR', 'BALANCE')),
    valid_from date           NOT NULL,
    amount     numeric(18, 2) CHECK (amount >= 0),
    source     varchar(500)   NOT NULL,
    set_at     timestamptz    NOT NULL DEFAULT now(),
    set_by     varchar(200)   NOT NULL DEFAULT 'system',
    PRIMARY KEY (type, kind, valid_from)
);
COMMENT ON TABLE deposits.account_limit IS
    'How much may move through or lie in an account of a type, from which day on; immutable';
COMMENT ON COLUMN deposits.account_limit.amount IS 'CNY; null: no limit from that day on';
INSERT INTO deposits.account_limit (type, kind, valid_from, amount, source) VALUES
    ('II', 'INFLOW_DAY', '2016-12-01', 10000, 'PBOC 银发〔2016〕302号'),
    ('II', 'INFLOW_YEAR', '2016-12-01', 200000, 'PBOC 银发〔2016〕302号'),
    ('II', 'OUTFLOW_DAY', '2016-12-01', 10000, 'PBOC 银发〔2016〕302号'),
    ('II', 'OUTFLOW_YEAR', '2016-12-01', 200000, 'PBOC 银发〔2016〕302号'),
    ('III', 'BALANCE', '2018-01-12', 2000, 'PBOC 银发〔2018〕16号'),
    ('III', 'OUTFLOW_DAY', '2018-01-12', 2000, 'PBOC 银发〔2018〕16号'),
    ('III', 'OUTFLOW_YEAR', '2018-01-12', 50000, 'PBOC 银发〔2018〕16号');
CALL shared.make_immutable('deposits.account_limit');
GRANT SELECT, INSERT ON deposits.account_limit TO ${app_role};

CREATE TABLE deposits.balance (
    account_id uuid           PRIMARY KEY,
    amount     numeric(18, 2) NOT NULL CHECK (amount >= 0),
    movements  bigint         NOT NULL CHECK (movements >= 0)
) WITH (fillfactor = 80);
COMMENT ON TABLE deposits.balance IS
    'One row an account: whoever moves its money holds this row first, and numbers its postings';
GRANT SELECT, INSERT, UPDATE (amount, movements) ON deposits.balance TO ${app_role};

CREATE TABLE deposits.day_use (
    account_id uuid           NOT NULL REFERENCES deposits.balance,
    day        date           NOT NULL,
    inflow     numeric(18, 2) NOT NULL CHECK (inflow >= 0),
    outflow    numeric(18, 2) NOT NULL CHECK (outflow >= 0),
    PRIMARY KEY (account_id, day)
) WITH (fillfactor = 80);
COMMENT ON TABLE deposits.day_use IS
    'What has moved through an account on a day of the bank and counts for its limits';
GRANT SELECT, INSERT, UPDATE (inflow, outflow) ON deposits.day_use TO ${app_role};

CREATE TABLE deposits.entry (
    id            uuid           PRIMARY KEY,
    kind          varchar(10)    NOT NULL CHECK (kind IN
        ('CASH_IN', 'CASH_OUT', 'INFLOW', 'OUTFLOW', 'SPENDING', 'TRANSFER', 'REVERSAL')),
    amount        numeric(18, 2) NOT NULL CHECK (amount > 0),
    counterparty  varchar(100),
    memo          varchar(200),
    reverses      uuid           UNIQUE REFERENCES deposits.entry,
    booked_on     date           NOT NULL,
    booked_at     timestamptz    NOT NULL,
    booked_by     varchar(200)   NOT NULL,
    written_by_tx xid8           NOT NULL DEFAULT pg_current_xact_id(),
    CHECK ((kind = 'REVERSAL') = (reverses IS NOT NULL)),
    CHECK (kind NOT IN ('INFLOW', 'OUTFLOW', 'SPENDING', 'TRANSFER') OR counterparty IS NOT NULL)
);
COMMENT ON TABLE deposits.entry IS
    'Transactions of the deposit ledger; immutable, corrected only by a reversing entry';
COMMENT ON COLUMN deposits.entry.booked_on IS 'Day of the bank on which it counts for limits';
COMMENT ON COLUMN deposits.entry.written_by_tx IS
    'Postings may join the entry only in this database transaction';
CALL shared.make_immutable('deposits.entry');
GRANT SELECT,
      INSERT (id, kind, amount, counterparty, memo, reverses, booked_on, booked_at, booked_by)
    ON deposits.entry TO ${app_role};

CREATE TABLE deposits.posting (
    id             uuid           PRIMARY KEY,
    entry_id       uuid           NOT NULL REFERENCES deposits.entry,
    account_id     uuid           REFERENCES deposits.balance,
    system_account varchar(10)    CHECK (system_account IN ('CASH', 'CLEARING')),
    amount         numeric(18, 2) NOT NULL CHECK (amount <> 0),
    balance_after  numeric(18, 2) CHECK (balance_after >= 0),
    seq            bigint         CHECK (seq > 0),
    counts         boolean        NOT NULL,
    booked_on      date           NOT NULL,
    UNIQUE (account_id, seq),
    CHECK ((account_id IS NULL) = (system_account IS NOT NULL)),
    CHECK ((account_id IS NULL) = (seq IS NULL)),
    CHECK ((account_id IS NULL) = (balance_after IS NULL)),
    CHECK (NOT counts OR account_id IS NOT NULL)
);
COMMENT ON TABLE deposits.posting IS
    'Legs of an entry, positive into the account; they sum to zero within each entry; immutable';
COMMENT ON COLUMN deposits.posting.system_account IS
    'The bank''s own side; it has no row that could be fought for';
COMMENT ON COLUMN deposits.posting.counts IS 'Whether it counts for the limits of its account';
CREATE INDEX posting_entry ON deposits.posting (entry_id);
CALL shared.make_immutable('deposits.posting');
GRANT SELECT, INSERT ON deposits.posting TO ${app_role};

CREATE FUNCTION deposits.check_entry_balanced() RETURNS trigger
    LANGUAGE plpgsql AS
$$
DECLARE
    total numeric;
    legs  bigint;
BEGIN
    SELECT coalesce(sum(amount), 0), count(*) INTO total, legs
      FROM deposits.posting WHERE entry_id = NEW.id;
    IF total <> 0 OR legs < 2 THEN
        RAISE EXCEPTION 'Entry % is not balanced: its % postings sum to %', NEW.id, legs, total
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION deposits.check_entry_balanced() IS
    'Refuses the commit of an entry whose postings do not sum to zero';
CREATE CONSTRAINT TRIGGER balanced AFTER INSERT ON deposits.entry
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION deposits.check_entry_balanced();

CREATE FUNCTION deposits.check_entry_open() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF EXISTS (SELECT FROM fresh JOIN deposits.entry e ON e.id = fresh.entry_id
                WHERE e.written_by_tx <> pg_current_xact_id()) THEN
        RAISE EXCEPTION 'Postings can join an entry only in the transaction that wrote it'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION deposits.check_entry_open() IS
    'Closes the back door of the balance check: a posting added to an entry committed earlier';
CREATE TRIGGER entry_open AFTER INSERT ON deposits.posting
    REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION deposits.check_entry_open();
