-- Coupons and campaigns: what a coupon is good for, whose it is, what became of it, and how much a
-- campaign may still spend.

GRANT USAGE ON SCHEMA promotions TO ${app_role};

CREATE TABLE promotions.pot_lane (
    pot_id   uuid     NOT NULL,
    lane     smallint NOT NULL CHECK (lane BETWEEN 0 AND 7),
    allotted bigint   NOT NULL CHECK (allotted >= 0),
    spent    bigint   NOT NULL CHECK (spent >= 0),
    PRIMARY KEY (pot_id, lane),
    CONSTRAINT never_more_than_allotted CHECK (spent <= allotted)
);
COMMENT ON TABLE promotions.pot_lane IS
    'How much may be spent and was, in eight lanes, so that those who spend at once do not wait for one row';
COMMENT ON COLUMN promotions.pot_lane.pot_id IS
    'The campaign whose budget, or the coupon template whose total, it is';
GRANT SELECT, INSERT, UPDATE (allotted, spent) ON promotions.pot_lane TO ${app_role};

CREATE FUNCTION promotions.spend_from_lane(pot uuid, which int, points bigint) RETURNS boolean
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS
$$
BEGIN
    UPDATE promotions.pot_lane SET spent = spent + points
     WHERE pot_id = pot AND lane = which AND spent + points <= allotted;
    IF FOUND THEN
        RETURN true;
    END IF;
    RAISE EXCEPTION 'too little' USING ERRCODE = 'HY001';
EXCEPTION
    WHEN SQLSTATE 'HY001' THEN
        RETURN false;
END
$$;
COMMENT ON FUNCTION promotions.spend_from_lane(uuid, int, bigint) IS
    'Spends from one lane if it has enough. A row that was waited for and found too empty would stay locked; failing and catching it lets it go, so that all lanes can be locked in their order';
REVOKE ALL ON FUNCTION promotions.spend_from_lane(uuid, int, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION promotions.spend_from_lane(uuid, int, bigint) TO ${app_role};

CREATE TABLE promotions.pot_entry (
    id      uuid         PRIMARY KEY,
    pot_id  uuid         NOT NULL,
    lane    smallint,
    amount  bigint       NOT NULL CHECK (amount <> 0),
    cause   varchar(100) NOT NULL,
    at      timestamptz  NOT NULL,
    counted boolean      NOT NULL,
    CHECK ((lane IS NOT NULL) = (amount > 0)),
    CHECK (amount < 0 OR counted)
);
COMMENT ON TABLE promotions.pot_entry IS
    'Every spending (above zero) and giving back (below) of a pot; nothing changes but that a giving back is counted';
COMMENT ON COLUMN promotions.pot_entry.counted IS
    'Whether the lanes know it; who gives back only writes, who needs it takes it into the lanes';
CREATE INDEX pot_entry_pot ON promotions.pot_entry (pot_id, at);
CREATE INDEX pot_entry_uncounted ON promotions.pot_entry (pot_id) WHERE NOT counted;
GRANT SELECT, INSERT, UPDATE (counted) ON promotions.pot_entry TO ${app_role};

CREATE TABLE promotions.coupon_template (
    id            uuid         PRIMARY KEY,
    version       bigint       NOT NULL,
    code          varchar(40)  NOT NULL UNIQUE CHECK (code ~ '^[A-Z0-9][A-Z0-9_-]*$'),
    name          varchar(200) NOT NULL CHECK (name <> ''),
    status        varchar(7)   NOT NULL CHECK (status IN ('ACTIVE', 'STOPPED')),
    reduction     varchar(7)   NOT NULL CHECK (reduction IN ('PERCENT', 'POINTS')),
    amount        bigint       NOT NULL CHECK (amount > 0),
    most_off      bigint       CHECK (most_off > 0),
    minimum_spend bigint       NOT NULL CHECK (minimum_spend >= 0),
    validity      varchar(16)  NOT NULL CHECK (validity IN ('DATED', 'ISSUE_DAY', 'DAYS_AFTER_ISSUE')),
    valid_from    date,
    valid_until   date,
    valid_days    int          CHECK (valid_days BETWEEN 1 AND 3660),
    branch        varchar(20),
    limited       boolean      NOT NULL,
    per_customer  int          CHECK (per_customer > 0),
    total         bigint       CHECK (total > 0),
    exclusive     boolean      NOT NULL,
    stack_group   varchar(40)  NOT NULL CHECK (stack_group <> ''),
    precedence    int          NOT NULL CHECK (precedence BETWEEN 1 AND 1000),
    restore_days  int          NOT NULL CHECK (restore_days BETWEEN 0 AND 366),
    created_at    timestamptz  NOT NULL,
    created_by    varchar(200) NOT NULL,
    CHECK (reduction <> 'PERCENT' OR amount <= 100),
    CHECK (reduction = 'PERCENT' OR most_off IS NULL),
    CHECK ((validity = 'DATED') = (valid_from IS NOT NULL AND valid_until IS NOT NULL)),
    CHECK ((validity = 'DAYS_AFTER_ISSUE') = (valid_days IS NOT NULL)),
    CHECK (valid_until >= valid_from)
);
COMMENT ON TABLE promotions.coupon_template IS
    'What a kind of coupon is good for. Its terms never change, so that a coupon keeps what was promised; it can be stopped';
COMMENT ON COLUMN promotions.coupon_template.limited IS 'Good only for the items named in template_item';
COMMENT ON COLUMN promotions.coupon_template.exclusive IS 'Not together with any other coupon';
COMMENT ON COLUMN promotions.coupon_template.stack_group IS 'Of one group one coupon applies to a cart';
COMMENT ON COLUMN promotions.coupon_template.precedence IS 'The smaller number is applied first';
COMMENT ON COLUMN promotions.coupon_template.restore_days IS
    'How long a coupon lives that expired before it was given back; 0: it is forfeited';
CREATE INDEX coupon_template_created ON promotions.coupon_template (created_at, id);
CALL shared.keep_history('promotions.coupon_template', '${app_role}', 'version');
GRANT SELECT, INSERT, UPDATE (version, status) ON promotions.coupon_template TO ${app_role};

CREATE TABLE promotions.template_item (
    template_id uuid        NOT NULL REFERENCES promotions.coupon_template,
    sku         varchar(40) NOT NULL,
    PRIMARY KEY (template_id, sku)
);
COMMENT ON TABLE promotions.template_item IS 'The items that a limited coupon is good for, by their codes; immutable';
CALL shared.make_immutable('promotions.template_item');
GRANT SELECT, INSERT ON promotions.template_item TO ${app_role};

CREATE TABLE promotions.campaign (
    id               uuid         PRIMARY KEY,
    version          bigint       NOT NULL,
    code             varchar(40)  NOT NULL UNIQUE CHECK (code ~ '^[A-Z0-9][A-Z0-9_-]*$'),
    name             varchar(200) NOT NULL CHECK (name <> ''),
    status           varchar(7)   NOT NULL CHECK (status IN ('DRAFT', 'RUNNING', 'STOPPED')),
    starts_on        date         NOT NULL,
    ends_on          date         NOT NULL,
    branch           varchar(20),
    registered_since date,
    template_id      uuid         REFERENCES promotions.coupon_template,
    unit             varchar(7)   NOT NULL CHECK (unit IN ('COUPONS', 'POINTS')),
    budget           bigint       NOT NULL CHECK (budget >= 0),
    run_id           uuid,
    created_at       timestamptz  NOT NULL,
    created_by       varchar(200) NOT NULL,
    CHECK (ends_on >= starts_on)
);
COMMENT ON TABLE promotions.campaign IS 'A period, an audience and a budget; what was spent stands in its pot';
COMMENT ON COLUMN promotions.campaign.unit IS
    'What the budget counts: coupons when they are issued, or points when they are taken off or given';
COMMENT ON COLUMN promotions.campaign.run_id IS 'The latest run that issued its coupon to the whole audience';
CREATE INDEX campaign_created ON promotions.campaign (created_at, id);
CREATE INDEX campaign_template ON promotions.campaign (template_id);
CALL shared.keep_history('promotions.campaign', '${app_role}', 'version');
GRANT SELECT, INSERT, UPDATE ON promotions.campaign TO ${app_role};

CREATE TABLE promotions.member (
    customer_id uuid        PRIMARY KEY,
    since       timestamptz NOT NULL
);
COMMENT ON TABLE promotions.member IS
    'One row a customer, locked by whoever counts what he has had: caps, benefits, check-ins';
GRANT SELECT, INSERT, UPDATE ON promotions.member TO ${app_role};

CREATE TABLE promotions.coupon (
    id          uuid         PRIMARY KEY,
    version     bigint       NOT NULL,
    template_id uuid         NOT NULL REFERENCES promotions.coupon_template,
    campaign_id uuid         REFERENCES promotions.campaign,
    customer_id uuid         NOT NULL,
    code        varchar(24)  NOT NULL UNIQUE,
    status      varchar(9)   NOT NULL CHECK (status IN ('AVAILABLE', 'RESERVED', 'TAKEN', 'FORFEITED', 'REVOKED')),
    valid_from  date         NOT NULL,
    valid_until date         NOT NULL,
    checkout_id uuid,
    order_id    uuid,
    points_off  bigint       CHECK (points_off > 0),
    issued_at   timestamptz  NOT NULL,
    CHECK (valid_until >= valid_from),
    CHECK ((status IN ('RESERVED', 'TAKEN')) = (checkout_id IS NOT NULL)),
    CHECK ((status = 'TAKEN') = (order_id IS NOT NULL)),
    CHECK ((checkout_id IS NOT NULL) = (points_off IS NOT NULL))
);
COMMENT ON TABLE promotions.coupon IS 'A customer''s coupon as it stands; how it came to stand so is in coupon_move';
CREATE INDEX coupon_customer ON promotions.coupon (customer_id, issued_at);
CREATE INDEX coupon_issued ON promotions.coupon (issued_at, id);
CREATE INDEX coupon_template_customer ON promotions.coupon (template_id, customer_id);
CREATE INDEX coupon_campaign ON promotions.coupon (campaign_id, customer_id) WHERE campaign_id IS NOT NULL;
CREATE INDEX coupon_checkout ON promotions.coupon (checkout_id) WHERE checkout_id IS NOT NULL;
CREATE INDEX coupon_order ON promotions.coupon (order_id) WHERE order_id IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON promotions.coupon TO ${app_role};

CREATE TABLE promotions.coupon_move (
    id          uuid         PRIMARY KEY,
    coupon_id   uuid         NOT NULL REFERENCES promotions.coupon,
    step        varchar(10)  NOT NULL CHECK (step IN
        ('ISSUED', 'RESERVED', 'TAKEN', 'RELEASED', 'GIVEN_BACK', 'RESTORED', 'FORFEITED', 'REVOKED')),
    checkout_id uuid,
    order_id    uuid,
    points_off  bigint       CHECK (points_off > 0),
    valid_until date,
    reason      varchar(500),
    at          timestamptz  NOT NULL,
    moved_by    varchar(200) NOT NULL,
    CHECK ((step IN ('RESERVED', 'RELEASED', 'TAKEN')) = (checkout_id IS NOT NULL)),
    CHECK ((step IN ('TAKEN', 'GIVEN_BACK', 'RESTORED', 'FORFEITED')) = (order_id IS NOT NULL))
);
COMMENT ON TABLE promotions.coupon_move IS
    'Everything that happened to a coupon; immutable. GIVEN_BACK, RESTORED and FORFEITED are what was decided when its order ended';
COMMENT ON COLUMN promotions.coupon_move.valid_until IS 'Last day of the coupon after this step';
CREATE INDEX coupon_move_coupon ON promotions.coupon_move (coupon_id, at);
CREATE UNIQUE INDEX coupon_reserved_once ON promotions.coupon_move (coupon_id, checkout_id, step)
    WHERE step IN ('RESERVED', 'RELEASED');
CREATE UNIQUE INDEX coupon_taken_once ON promotions.coupon_move (coupon_id, order_id) WHERE step = 'TAKEN';
CREATE UNIQUE INDEX coupon_back_once ON promotions.coupon_move (coupon_id, order_id)
    WHERE step IN ('GIVEN_BACK', 'RESTORED', 'FORFEITED');
CALL shared.make_erasable('promotions.coupon_move', 'reason');
GRANT SELECT, INSERT ON promotions.coupon_move TO ${app_role};

CREATE FUNCTION promotions.erase_customer(erasure uuid) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    customer uuid := privacy.customer_of(erasure);
    n        bigint;
BEGIN
    PERFORM set_config('heyi.erasing', 'on', true);
    UPDATE promotions.coupon_move m SET reason = NULL
     WHERE m.reason IS NOT NULL
       AND m.coupon_id IN (SELECT c.id FROM promotions.coupon c WHERE c.customer_id = customer);
    GET DIAGNOSTICS n = ROW_COUNT;
    PERFORM set_config('heyi.erasing', '', true);
    RETURN n;
END
$$;
COMMENT ON FUNCTION promotions.erase_customer(uuid) IS
    'Empties what was written about the customer of an erasure; his coupons and their history stay';
REVOKE ALL ON FUNCTION promotions.erase_customer(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION promotions.erase_customer(uuid) TO ${app_role};
