-- What a customer is worth to the bank, by rules that are dated: his tier, how it came about, and
-- every change of it with the figures that decided.

GRANT USAGE ON SCHEMA relationship TO ${app_role};

CREATE TABLE relationship.tier_rules (
    valid_from      date         PRIMARY KEY,
    grace_days      int          NOT NULL CHECK (grace_days BETWEEN 0 AND 366),
    activity_months int          NOT NULL CHECK (activity_months BETWEEN 1 AND 60),
    points_months   int          CHECK (points_months BETWEEN 1 AND 60),
    near_percent    int          NOT NULL CHECK (near_percent BETWEEN 1 AND 99),
    source          varchar(500) NOT NULL,
    set_at          timestamptz  NOT NULL DEFAULT now(),
    set_by          varchar(200) NOT NULL DEFAULT 'system'
);
COMMENT ON TABLE relationship.tier_rules IS
    'From which day on customers are placed in tiers by which rules; immutable';
COMMENT ON COLUMN relationship.tier_rules.grace_days IS
    'Whoever falls below his tier keeps it this many days';
COMMENT ON COLUMN relationship.tier_rules.activity_months IS
    'Movements and orders of the months up to the day before count';
COMMENT ON COLUMN relationship.tier_rules.points_months IS
    'Points earned in the months up to the day before count; null: all that were ever earned';
COMMENT ON COLUMN relationship.tier_rules.near_percent IS
    'Whoever has reached this share of the next tier stands on the list of those about to rise';
CALL shared.make_immutable('relationship.tier_rules');
GRANT SELECT, INSERT ON relationship.tier_rules TO ${app_role};

CREATE TABLE relationship.tier (
    valid_from date           NOT NULL REFERENCES relationship.tier_rules,
    code       varchar(20)    NOT NULL CHECK (code ~ '^[A-Z][A-Z0-9_]*$'),
    rank       int            NOT NULL CHECK (rank BETWEEN 0 AND 20),
    name_zh_cn varchar(40)    NOT NULL,
    name_zh_tw varchar(40)    NOT NULL,
    name_en    varchar(40)    NOT NULL,
    demands    varchar(3)     NOT NULL CHECK (demands IN ('ANY', 'ALL')),
    assets     numeric(18, 2) CHECK (assets > 0),
    activity   bigint         CHECK (activity > 0),
    points     bigint         CHECK (points > 0),
    PRIMARY KEY (valid_from, code),
    UNIQUE (valid_from, rank),
    CONSTRAINT only_the_lowest_asks_nothing
        CHECK ((rank = 0) = (assets IS NULL AND activity IS NULL AND points IS NULL))
);
COMMENT ON TABLE relationship.tier IS
    'The tiers of a set of rules and what each asks for; rank 0 asks nothing; immutable';
COMMENT ON COLUMN relationship.tier.demands IS 'Whether any one of the thresholds is enough, or all are needed';
COMMENT ON COLUMN relationship.tier.assets IS 'CNY in deposits at the end of the day before';
COMMENT ON COLUMN relationship.tier.activity IS 'Movements, orders and card transactions in the window';
COMMENT ON COLUMN relationship.tier.points IS 'Points earned in the window; locked points do not count';
CALL shared.make_immutable('relationship.tier');
GRANT SELECT, INSERT ON relationship.tier TO ${app_role};

INSERT INTO relationship.tier_rules (valid_from, grace_days, activity_months, points_months, near_percent, source)
VALUES ('2020-01-01', 30, 12, NULL, 80, '安装时的初始规则，上线前由零售业务部确定');
INSERT INTO relationship.tier (valid_from, code, rank, name_zh_cn, name_zh_tw, name_en, demands, assets, activity, points)
VALUES ('2020-01-01', 'ORDINARY', 0, '普通客户', '一般客戶', 'Ordinary', 'ANY', NULL, NULL, NULL),
       ('2020-01-01', 'GOLD', 1, '金卡客户', '金卡客戶', 'Gold', 'ANY', 50000, 60, 5000),
       ('2020-01-01', 'PLATINUM', 2, '白金客户', '白金客戶', 'Platinum', 'ANY', 500000, 90, 50000),
       ('2020-01-01', 'PRIVATE', 3, '私人银行客户', '私人銀行客戶', 'Private banking', 'ANY', 6000000, NULL, 500000);

CREATE TABLE relationship.standing (
    customer_id   uuid           PRIMARY KEY,
    version       bigint         NOT NULL,
    tier          varchar(20)    NOT NULL,
    since         date           NOT NULL,
    earned        varchar(20)    NOT NULL,
    grace_until   date,
    hand_until    date,
    hand_reason   varchar(500),
    assets        numeric(18, 2) NOT NULL CHECK (assets >= 0),
    activity      bigint         NOT NULL CHECK (activity >= 0),
    points        bigint         NOT NULL CHECK (points >= 0),
    next_percent  int            NOT NULL CHECK (next_percent BETWEEN 0 AND 100),
    rules_from    date           NOT NULL REFERENCES relationship.tier_rules,
    evaluated_for date           NOT NULL,
    CHECK (grace_until IS NULL OR hand_until IS NULL),
    CHECK ((hand_until IS NULL) = (hand_reason IS NULL))
) WITH (fillfactor = 80);
COMMENT ON TABLE relationship.standing IS
    'A customer''s tier with the figures that were looked at last; each change of it is a row of tier_change';
COMMENT ON COLUMN relationship.standing.earned IS
    'What his figures reach: his tier unless it is kept in grace or was set by hand';
COMMENT ON COLUMN relationship.standing.grace_until IS 'Last day on which he keeps a tier that he no longer reaches';
COMMENT ON COLUMN relationship.standing.hand_until IS 'Last day of a tier that was set by hand';
COMMENT ON COLUMN relationship.standing.next_percent IS
    'How much of the tier above he has reached; 100 in the highest';
COMMENT ON COLUMN relationship.standing.evaluated_for IS
    'The day for which he was placed, by all that was booked before it';
CREATE INDEX standing_tier ON relationship.standing (tier, customer_id);
CREATE INDEX standing_evaluated ON relationship.standing (evaluated_for);
CREATE INDEX standing_next ON relationship.standing (next_percent, customer_id);
CREATE INDEX standing_grace ON relationship.standing (grace_until) WHERE grace_until IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON relationship.standing TO ${app_role};

CREATE TABLE relationship.tier_change (
    id          uuid           PRIMARY KEY,
    customer_id uuid           NOT NULL,
    kind        varchar(12)    NOT NULL CHECK (kind IN
        ('FIRST', 'RISE', 'FALL', 'GRACE', 'GRACE_LIFTED', 'BY_HAND', 'HAND_ENDED', 'RULES')),
    from_tier   varchar(20),
    to_tier     varchar(20)    NOT NULL,
    day         date           NOT NULL,
    assets      numeric(18, 2) NOT NULL,
    activity    bigint         NOT NULL,
    points      bigint         NOT NULL,
    rules_from  date           NOT NULL REFERENCES relationship.tier_rules,
    until       date,
    reason      varchar(500),
    changed_at  timestamptz    NOT NULL,
    changed_by  varchar(200)   NOT NULL,
    CHECK ((kind = 'FIRST') = (from_tier IS NULL)),
    CHECK ((kind IN ('GRACE', 'BY_HAND')) = (until IS NOT NULL)),
    CHECK ((kind = 'BY_HAND') = (reason IS NOT NULL))
);
COMMENT ON TABLE relationship.tier_change IS
    'How a customer came to his tier: from where to where, by which figures and rules; immutable';
COMMENT ON COLUMN relationship.tier_change.until IS 'Last day of the grace, or of the tier set by hand';
CREATE INDEX tier_change_customer ON relationship.tier_change (customer_id, changed_at, id);
CREATE INDEX tier_change_reasons ON relationship.tier_change (changed_at, id) WHERE reason <> '—';
CREATE INDEX tier_change_day ON relationship.tier_change (day, id);
CALL shared.make_erasable('relationship.tier_change', 'reason');
GRANT SELECT, INSERT ON relationship.tier_change TO ${app_role};

CREATE TABLE relationship.evaluation (
    run_id     uuid         PRIMARY KEY,
    day        date         NOT NULL,
    customers  bigint       NOT NULL CHECK (customers > 0),
    rules_from date         NOT NULL REFERENCES relationship.tier_rules,
    queued_at  timestamptz  NOT NULL,
    queued_by  varchar(200) NOT NULL
);
COMMENT ON TABLE relationship.evaluation IS
    'Runs of the batch that places customers in tiers; how far each has come is told by its run; immutable';
CREATE INDEX evaluation_queued ON relationship.evaluation (queued_at);
CALL shared.make_immutable('relationship.evaluation');
GRANT SELECT, INSERT ON relationship.evaluation TO ${app_role};

CREATE FUNCTION relationship.erase_customer(erasure uuid) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    customer uuid := privacy.customer_of(erasure);
    touched  bigint := 0;
    n        bigint;
BEGIN
    PERFORM set_config('heyi.erasing', 'on', true);
    UPDATE relationship.tier_change SET reason = '—' WHERE customer_id = customer AND reason <> '—';
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    DELETE FROM relationship.standing WHERE customer_id = customer;
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    PERFORM set_config('heyi.erasing', '', true);
    RETURN touched;
END
$$;
COMMENT ON FUNCTION relationship.erase_customer(uuid) IS
    'Removes where the customer of an erasure stands and the words about it; what his tiers were stays by his id';
REVOKE ALL ON FUNCTION relationship.erase_customer(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION relationship.erase_customer(uuid) TO ${app_role};

CREATE FUNCTION relationship.forget_reasons(before timestamptz, most integer) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    touched bigint;
BEGIN
    PERFORM privacy.require_over('tier-reasons', before);
    PERFORM set_config('heyi.erasing', 'on', true);
    UPDATE relationship.tier_change SET reason = '—'
     WHERE id IN (
        SELECT old.id FROM relationship.tier_change old
         WHERE old.reason <> '—' AND old.changed_at < before
         ORDER BY old.changed_at, old.id LIMIT most);
    GET DIAGNOSTICS touched = ROW_COUNT;
    PERFORM set_config('heyi.erasing', '', true);
    RETURN touched;
END
$$;
COMMENT ON FUNCTION relationship.forget_reasons(timestamptz, integer) IS
    'Empties the reasons of tiers that were set by hand before a time; that they were, and when, stays';
REVOKE ALL ON FUNCTION relationship.forget_reasons(timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION relationship.forget_reasons(timestamptz, integer) TO ${app_role};
