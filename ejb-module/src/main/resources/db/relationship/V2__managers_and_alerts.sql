-- Who looks after whom, and what he is told of at once: large sums that come or go.

CREATE TABLE relationship.manager (
    account      varchar(200) PRIMARY KEY,
    version      bigint       NOT NULL,
    name         varchar(100) NOT NULL,
    active       boolean      NOT NULL,
    absent_from  date,
    absent_until date,
    substitute   varchar(200) REFERENCES relationship.manager,
    CHECK ((absent_from IS NULL) = (absent_until IS NULL)),
    CHECK (absent_until >= absent_from),
    CHECK (substitute <> account)
);
COMMENT ON TABLE relationship.manager IS
    'Relationship managers by their accounts, who is away when, and who looks after his customers then';
CALL shared.keep_history('relationship.manager', '${app_role}', 'version');
GRANT SELECT, INSERT, UPDATE ON relationship.manager TO ${app_role};

CREATE TABLE relationship.care (
    customer_id uuid         PRIMARY KEY,
    manager     varchar(200) NOT NULL REFERENCES relationship.manager,
    since       date         NOT NULL
);
COMMENT ON TABLE relationship.care IS
    'Who looks after a customer; how it came about is told by the rows of hand_over';
CREATE INDEX care_manager ON relationship.care (manager, since, customer_id);
GRANT SELECT, INSERT, UPDATE ON relationship.care TO ${app_role};

CREATE TABLE relationship.hand_over (
    id           uuid         PRIMARY KEY,
    customer_id  uuid         NOT NULL,
    from_manager varchar(200) REFERENCES relationship.manager,
    to_manager   varchar(200) NOT NULL REFERENCES relationship.manager,
    day          date         NOT NULL,
    reason       varchar(500) NOT NULL,
    handed_at    timestamptz  NOT NULL,
    handed_by    varchar(200) NOT NULL,
    CHECK (from_manager <> to_manager)
);
COMMENT ON TABLE relationship.hand_over IS
    'Customers who were handed to a manager, the first time from nobody; immutable';
CREATE INDEX hand_over_customer ON relationship.hand_over (customer_id, handed_at, id);
CALL shared.make_erasable('relationship.hand_over', 'reason');
GRANT SELECT, INSERT ON relationship.hand_over TO ${app_role};

CREATE TABLE relationship.flow_threshold (
    direction  varchar(3)     NOT NULL CHECK (direction IN ('IN', 'OUT')),
    tier       varchar(20)    NOT NULL,
    valid_from date           NOT NULL,
    amount     numeric(18, 2) CHECK (amount > 0),
    source     varchar(500)   NOT NULL,
    set_at     timestamptz    NOT NULL DEFAULT now(),
    set_by     varchar(200)   NOT NULL DEFAULT 'system',
    PRIMARY KEY (direction, tier, valid_from)
);
COMMENT ON TABLE relationship.flow_threshold IS
    'From how much on in a day a manager is alerted, by tier and from which day on; immutable';
COMMENT ON COLUMN relationship.flow_threshold.tier IS 'Code of a tier; * stands for every tier without its own';
COMMENT ON COLUMN relationship.flow_threshold.amount IS 'CNY; null: no alert from that day on';
INSERT INTO relationship.flow_threshold (direction, tier, valid_from, amount, source) VALUES
    ('IN', '*', '2020-01-01', 200000, '安装时的初始值，上线前由零售业务部确定'),
    ('OUT', '*', '2020-01-01', 100000, '安装时的初始值，上线前由零售业务部确定');
CALL shared.make_immutable('relationship.flow_threshold');
GRANT SELECT, INSERT ON relationship.flow_threshold TO ${app_role};

CREATE TABLE relationship.flow (
    movement_id uuid           NOT NULL,
    customer_id uuid           NOT NULL,
    direction   varchar(3)     NOT NULL CHECK (direction IN ('IN', 'OUT')),
    amount      numeric(18, 2) NOT NULL CHECK (amount > 0),
    day         date           NOT NULL,
    reverses    uuid,
    booked_at   timestamptz    NOT NULL,
    looked_at   timestamptz,
    PRIMARY KEY (movement_id, customer_id)
);
COMMENT ON TABLE relationship.flow IS
    'What came to or went from a customer, written in the transaction that booked it: no movement is lost or looked at twice';
COMMENT ON COLUMN relationship.flow.direction IS 'Of the movement as it was booked; a reversal''s is that of what it takes back';
COMMENT ON COLUMN relationship.flow.looked_at IS 'When its day was summed up for an alert; null while it waits';
CREATE INDEX flow_waits ON relationship.flow (booked_at, movement_id) WHERE looked_at IS NULL;
CREATE INDEX flow_day ON relationship.flow (customer_id, day, direction);
CREATE INDEX flow_reverses ON relationship.flow (reverses) WHERE reverses IS NOT NULL;
GRANT SELECT, INSERT, UPDATE (looked_at) ON relationship.flow TO ${app_role};

CREATE TABLE relationship.alert (
    id          uuid           PRIMARY KEY,
    version     bigint         NOT NULL,
    customer_id uuid           NOT NULL,
    manager     varchar(200)   REFERENCES relationship.manager,
    direction   varchar(3)     NOT NULL CHECK (direction IN ('IN', 'OUT')),
    day         date           NOT NULL,
    amount      numeric(18, 2) NOT NULL CHECK (amount >= 0),
    movements   bigint         NOT NULL CHECK (movements >= 0),
    threshold   numeric(18, 2) NOT NULL CHECK (threshold > 0),
    tier        varchar(20),
    status      varchar(7)     NOT NULL CHECK (status IN ('OPEN', 'SEEN', 'HANDLED')),
    opened_at   timestamptz    NOT NULL,
    seen_at     timestamptz,
    seen_by     varchar(200),
    handled_at  timestamptz,
    handled_by  varchar(200),
    outcome     varchar(500),
    UNIQUE (customer_id, day, direction),
    CHECK ((status = 'HANDLED') = (handled_at IS NOT NULL)),
    CHECK ((status = 'OPEN') = (seen_at IS NULL))
);
COMMENT ON TABLE relationship.alert IS
    'More than a threshold came or went on a day, in one movement or several: one alert a customer, day and direction';
CREATE INDEX alert_manager ON relationship.alert (manager, opened_at, id);
CREATE INDEX alert_opened ON relationship.alert (opened_at, id);
CREATE INDEX alert_open ON relationship.alert (customer_id) WHERE status <> 'HANDLED';
CALL shared.keep_history('relationship.alert', '${app_role}', 'version', 'manager');
CALL shared.make_erasable('relationship.alert_history', 'outcome');
GRANT SELECT, INSERT, UPDATE ON relationship.alert TO ${app_role};

CREATE OR REPLACE FUNCTION relationship.erase_customer(erasure uuid) RETURNS bigint
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
    DELETE FROM relationship.care WHERE customer_id = customer;
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    UPDATE relationship.hand_over SET reason = '—' WHERE customer_id = customer AND reason <> '—';
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    UPDATE relationship.alert SET outcome = '—', version = version + 1
     WHERE customer_id = customer AND outcome <> '—';
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    UPDATE relationship.alert_history SET outcome = '—' WHERE customer_id = customer AND outcome <> '—';
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    PERFORM set_config('heyi.erasing', '', true);
    RETURN touched;
END
$$;
COMMENT ON FUNCTION relationship.erase_customer(uuid) IS
    'Removes where the customer of an erasure stands, who looks after him and the words about him; '
    'tiers, amounts and days stay by his id';
