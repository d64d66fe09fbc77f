-- Benefits by the calendar, levels of membership, and tasks that earn points.

CREATE TABLE promotions.membership_level (
    id         uuid         PRIMARY KEY,
    version    bigint       NOT NULL,
    code       varchar(40)  NOT NULL UNIQUE CHECK (code ~ '^[A-Z0-9][A-Z0-9_-]*$'),
    name       varchar(200) NOT NULL CHECK (name <> ''),
    rank       int          NOT NULL UNIQUE CHECK (rank BETWEEN 1 AND 100),
    fee        bigint       NOT NULL CHECK (fee >= 0),
    months     int          NOT NULL CHECK (months BETWEEN 1 AND 120),
    refund     varchar(8)   NOT NULL CHECK (refund IN ('NONE', 'PRO_RATA')),
    created_at timestamptz  NOT NULL,
    created_by varchar(200) NOT NULL
);
COMMENT ON TABLE promotions.membership_level IS 'A level that a customer can buy for some months; immutable';
COMMENT ON COLUMN promotions.membership_level.rank IS 'The higher one has the benefits of those below it';
COMMENT ON COLUMN promotions.membership_level.fee IS 'In points, for the whole of its months';
COMMENT ON COLUMN promotions.membership_level.refund IS 'What is given back when it is ended early: nothing, or the share of whole days not begun';
CALL shared.make_immutable('promotions.membership_level');
GRANT SELECT, INSERT ON promotions.membership_level TO ${app_role};

CREATE TABLE promotions.membership (
    id           uuid         PRIMARY KEY,
    version      bigint       NOT NULL,
    customer_id  uuid         NOT NULL,
    level_id     uuid         NOT NULL REFERENCES promotions.membership_level,
    starts_on    date         NOT NULL,
    ends_on      date         NOT NULL,
    fee          bigint       NOT NULL CHECK (fee >= 0),
    fee_entry    uuid,
    ended_on     date,
    refunded     bigint       CHECK (refunded >= 0 AND refunded <= fee),
    refund_entry uuid,
    bought_at    timestamptz  NOT NULL,
    bought_by    varchar(200) NOT NULL,
    UNIQUE (customer_id, starts_on),
    CHECK (ends_on >= starts_on),
    CHECK ((fee > 0) = (fee_entry IS NOT NULL)),
    CHECK ((ended_on IS NULL) = (refunded IS NULL)),
    CHECK ((coalesce(refunded, 0) > 0) = (refund_entry IS NOT NULL))
);
COMMENT ON TABLE promotions.membership IS 'A customer''s time on a level: bought, renewed by the next one, perhaps ended early';
COMMENT ON COLUMN promotions.membership.ended_on IS 'Its last day when it was ended early; the benefits of that day stay';
COMMENT ON COLUMN promotions.membership.fee_entry IS 'The entry of the points ledger that paid the fee';
CALL shared.keep_history('promotions.membership', '${app_role}', 'version');
GRANT SELECT, INSERT, UPDATE ON promotions.membership TO ${app_role};

CREATE TABLE promotions.benefit (
    id          uuid         PRIMARY KEY,
    version     bigint       NOT NULL,
    code        varchar(40)  NOT NULL UNIQUE CHECK (code ~ '^[A-Z0-9][A-Z0-9_-]*$'),
    name        varchar(200) NOT NULL CHECK (name <> ''),
    rhythm      varchar(14)  NOT NULL CHECK (rhythm IN ('DAILY', 'TWICE_A_WEEK', 'ON_A_WEEKDAY', 'TWICE_A_MONTH')),
    weekday     varchar(9),
    template_id uuid         REFERENCES promotions.coupon_template,
    points      bigint       CHECK (points BETWEEN 1 AND 1000000),
    least_rank  int          CHECK (least_rank BETWEEN 1 AND 100),
    branch      varchar(20),
    starts_on   date         NOT NULL,
    ends_on     date         NOT NULL,
    created_at  timestamptz  NOT NULL,
    created_by  varchar(200) NOT NULL,
    CHECK (ends_on >= starts_on),
    CHECK ((rhythm = 'ON_A_WEEKDAY') = (weekday IS NOT NULL)),
    CHECK ((template_id IS NULL) <> (points IS NULL))
);
COMMENT ON TABLE promotions.benefit IS 'What customers may take by a rhythm of bank days: a coupon or points';
COMMENT ON COLUMN promotions.benefit.least_rank IS 'The level that it takes, or null for everybody';
CALL shared.keep_history('promotions.benefit', '${app_role}', 'version');
GRANT SELECT, INSERT, UPDATE ON promotions.benefit TO ${app_role};

CREATE TABLE promotions.benefit_take (
    id          uuid         PRIMARY KEY,
    benefit_id  uuid         NOT NULL REFERENCES promotions.benefit,
    customer_id uuid         NOT NULL,
    day         date         NOT NULL,
    period      date         NOT NULL,
    no          smallint     NOT NULL CHECK (no BETWEEN 1 AND 2),
    coupon_id   uuid         REFERENCES promotions.coupon,
    entry_id    uuid,
    taken_at    timestamptz  NOT NULL,
    taken_by    varchar(200) NOT NULL,
    UNIQUE (benefit_id, customer_id, day),
    UNIQUE (benefit_id, customer_id, period, no),
    CHECK ((coupon_id IS NULL) <> (entry_id IS NULL)),
    CHECK (day >= period)
);
COMMENT ON TABLE promotions.benefit_take IS 'A benefit taken: once a day, so often in its period; immutable';
COMMENT ON COLUMN promotions.benefit_take.period IS 'First day of the period that it counts in: the day, Monday, the first of the month';
CREATE INDEX benefit_take_customer ON promotions.benefit_take (customer_id, taken_at);
CALL shared.make_immutable('promotions.benefit_take');
GRANT SELECT, INSERT ON promotions.benefit_take TO ${app_role};

CREATE TABLE promotions.task (
    id           uuid         PRIMARY KEY,
    version      bigint       NOT NULL,
    code         varchar(40)  NOT NULL UNIQUE CHECK (code ~ '^[A-Z0-9][A-Z0-9_-]*$'),
    name         varchar(200) NOT NULL CHECK (name <> ''),
    kind         varchar(8)   NOT NULL CHECK (kind IN ('CHECK_IN', 'ACTION', 'ORDER')),
    points       bigint       NOT NULL CHECK (points BETWEEN 1 AND 1000000),
    per_day      int          NOT NULL CHECK (per_day BETWEEN 1 AND 100),
    per_month    int          CHECK (per_month > 0),
    in_all       int          CHECK (in_all > 0),
    streak_days  int          CHECK (streak_days BETWEEN 2 AND 366),
    streak_bonus bigint       CHECK (streak_bonus BETWEEN 1 AND 1000000),
    campaign_id  uuid         REFERENCES promotions.campaign,
    starts_on    date         NOT NULL,
    ends_on      date         NOT NULL,
    created_at   timestamptz  NOT NULL,
    created_by   varchar(200) NOT NULL,
    CHECK (ends_on >= starts_on),
    CHECK (kind <> 'CHECK_IN' OR per_day = 1),
    CHECK ((streak_days IS NULL) = (streak_bonus IS NULL)),
    CHECK (kind = 'CHECK_IN' OR streak_days IS NULL)
);
COMMENT ON TABLE promotions.task IS 'What earns points: checking in, doing something, or an order that was delivered';
COMMENT ON COLUMN promotions.task.streak_bonus IS 'Points more on every so manieth day in a row';
COMMENT ON COLUMN promotions.task.campaign_id IS 'The campaign whose budget of points pays, or null';
CALL shared.keep_history('promotions.task', '${app_role}', 'version');
GRANT SELECT, INSERT, UPDATE ON promotions.task TO ${app_role};

CREATE TABLE promotions.completion (
    id           uuid         PRIMARY KEY,
    task_id      uuid         NOT NULL REFERENCES promotions.task,
    customer_id  uuid         NOT NULL,
    day          date         NOT NULL,
    no           int          NOT NULL CHECK (no >= 1),
    source       varchar(100) NOT NULL,
    streak       int          NOT NULL CHECK (streak >= 0),
    points       bigint       NOT NULL CHECK (points > 0),
    settled      bigint       NOT NULL CHECK (settled BETWEEN 0 AND points),
    entry_id     uuid,
    completed_at timestamptz  NOT NULL,
    completed_by varchar(200) NOT NULL,
    UNIQUE (task_id, customer_id, day, no),
    UNIQUE (task_id, customer_id, source),
    CHECK ((settled < points) = (entry_id IS NOT NULL))
);
COMMENT ON TABLE promotions.completion IS 'A task done and what it earned; immutable';
COMMENT ON COLUMN promotions.completion.source IS 'What it was done by, once: the day, an order, a reference of the caller';
COMMENT ON COLUMN promotions.completion.settled IS 'Points that went to what the customer owed from earnings that were undone';
CREATE INDEX completion_customer ON promotions.completion (customer_id, completed_at);
CREATE INDEX completion_source ON promotions.completion (source);
CALL shared.make_immutable('promotions.completion');
GRANT SELECT, INSERT ON promotions.completion TO ${app_role};

CREATE TABLE promotions.completion_undone (
    completion_id uuid         PRIMARY KEY REFERENCES promotions.completion,
    taken_back    bigint       NOT NULL CHECK (taken_back >= 0),
    owed          bigint       NOT NULL CHECK (owed >= 0),
    reason        varchar(500) NOT NULL,
    undone_at     timestamptz  NOT NULL,
    undone_by     varchar(200) NOT NULL
);
COMMENT ON TABLE promotions.completion_undone IS
    'That what earned points was undone: what was taken back, and what the customer had spent and owes; once, immutable';
CALL shared.make_erasable('promotions.completion_undone', 'reason');
GRANT SELECT, INSERT ON promotions.completion_undone TO ${app_role};

CREATE TABLE promotions.order_to_reward (
    order_id    uuid        NOT NULL,
    customer_id uuid        NOT NULL,
    what        varchar(4)  NOT NULL CHECK (what IN ('EARN', 'UNDO')),
    noted_at    timestamptz NOT NULL,
    done_at     timestamptz,
    PRIMARY KEY (order_id, what)
);
COMMENT ON TABLE promotions.order_to_reward IS
    'Orders that were delivered or came to nothing, noted in their transaction and worked off within a minute in one of their own';
CREATE INDEX order_to_reward_open ON promotions.order_to_reward (noted_at) WHERE done_at IS NULL;
GRANT SELECT, INSERT, UPDATE (done_at) ON promotions.order_to_reward TO ${app_role};

CREATE OR REPLACE FUNCTION promotions.erase_customer(erasure uuid) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    customer uuid := privacy.customer_of(erasure);
    n        bigint;
    m        bigint;
BEGIN
    PERFORM set_config('heyi.erasing', 'on', true);
    UPDATE promotions.coupon_move v SET reason = NULL
     WHERE v.reason IS NOT NULL
       AND v.coupon_id IN (SELECT c.id FROM promotions.coupon c WHERE c.customer_id = customer);
    GET DIAGNOSTICS n = ROW_COUNT;
    UPDATE promotions.completion_undone u SET reason = '—'
     WHERE u.reason <> '—'
       AND u.completion_id IN (SELECT c.id FROM promotions.completion c WHERE c.customer_id = customer);
    GET DIAGNOSTICS m = ROW_COUNT;
    PERFORM set_config('heyi.erasing', '', true);
    RETURN n + m;
END
$$;
