-- The personal menu: which functions channels offer, what customers used, and how each wants his menu.

GRANT USAGE ON SCHEMA menu TO ${app_role};

CREATE TABLE menu.function (
    code             varchar(30)  PRIMARY KEY CHECK (code ~ '^[A-Z][A-Z0-9_]*$'),
    version          bigint       NOT NULL,
    area             varchar(20)  NOT NULL,
    name_zh_cn       varchar(50)  NOT NULL CHECK (name_zh_cn <> ''),
    name_zh_tw       varchar(50)  NOT NULL CHECK (name_zh_tw <> ''),
    name_en          varchar(50)  NOT NULL CHECK (name_en <> ''),
    owner_department varchar(100) NOT NULL CHECK (owner_department <> ''),
    on_app           boolean      NOT NULL,
    on_counter       boolean      NOT NULL,
    on_phone         boolean      NOT NULL
);
COMMENT ON TABLE menu.function IS
    'What a customer finds in the menu of a channel; never deleted, for uses name it: switched off instead';
COMMENT ON COLUMN menu.function.area IS 'What of the apps it belongs to: a code of accounts.app_function';
COMMENT ON COLUMN menu.function.on_app IS 'Whether the app shows it';
COMMENT ON COLUMN menu.function.on_counter IS 'Whether the counter shows it';
COMMENT ON COLUMN menu.function.on_phone IS 'Whether the telephone menu offers it';
GRANT SELECT, INSERT, UPDATE ON menu.function TO ${app_role};
CALL shared.keep_history('menu.function', '${app_role}', 'version');

INSERT INTO menu.function VALUES
    ('BALANCE', 0, 'ACCOUNT_VIEW', '账户余额', '帳戶餘額', 'Balance', '零售业务部', true, true, true),
    ('STATEMENT', 0, 'ACCOUNT_VIEW', '交易明细', '交易明細', 'Statement', '零售业务部', true, true, true),
    ('TRANSFER', 0, 'TRANSFER', '转账', '轉帳', 'Transfer', '零售业务部', true, true, true),
    ('CARD_BILL', 0, 'CARD', '信用卡账单', '信用卡帳單', 'Card bill', '信用卡中心', true, true, true),
    ('CARD_REPAYMENT', 0, 'CARD', '信用卡还款', '信用卡繳款', 'Card repayment', '信用卡中心', true, true, true),
    ('CARD_LOSS', 0, 'CARD', '挂失', '掛失', 'Report a loss', '信用卡中心', true, true, true),
    ('UTILITY_BILL', 0, 'PAYMENT', '生活缴费', '生活繳費', 'Utility bills', '零售业务部', true, true, false),
    ('PHONE_TOP_UP', 0, 'PAYMENT', '手机充值', '手機儲值', 'Phone top-up', '零售业务部', true, false, false),
    ('POINTS_MALL', 0, 'POINTS', '积分商城', '點數商城', 'Points mall', '信用卡中心', true, false, false),
    ('TIME_DEPOSIT', 0, 'WEALTH', '定期存款', '定期存款', 'Time deposit', '财富管理部', true, true, false),
    ('FUNDS', 0, 'WEALTH', '基金理财', '基金理財', 'Funds', '财富管理部', true, true, false),
    ('LOAN', 0, 'LOAN', '贷款申请', '貸款申請', 'Apply for a loan', '个人贷款部', true, true, false),
    ('PENSION', 0, 'PENSION', '个人养老金', '個人退休金', 'Personal pension', '财富管理部', true, true, false),
    ('POCKET_MONEY', 0, 'FAMILY', '零花钱', '零用錢', 'Pocket money', '零售业务部', true, false, false),
    ('COMPLAINT', 0, 'SERVICE', '投诉与建议', '申訴與建議', 'Complaints and ideas', '消费者权益保护部', true, true, true);
INSERT INTO menu.function_history
SELECT code, area, name_zh_cn, name_zh_tw, name_en, owner_department, on_app, on_counter, on_phone, 0, 0
  FROM menu.function;

CREATE TABLE menu.use (
    id            uuid        PRIMARY KEY,
    customer_id   uuid        NOT NULL,
    used_at       timestamptz NOT NULL,
    journey_id    uuid,
    channel       varchar(8)  NOT NULL CHECK (channel IN ('APP', 'COUNTER', 'PHONE')),
    outcome       varchar(9)  NOT NULL CHECK (outcome IN ('OK', 'FAILED', 'ABANDONED')),
    function_code varchar(30) NOT NULL REFERENCES menu.function,
    step          varchar(30) CHECK (step IS NULL OR journey_id IS NOT NULL)
);
COMMENT ON TABLE menu.use IS
    'What a customer used, as a channel reported it, kept for a time; immutable. Wide columns first, so that a row has no gaps';
COMMENT ON COLUMN menu.use.id IS 'Given by the channel: the same use reported again is known by it';
COMMENT ON COLUMN menu.use.journey_id IS 'What belongs together in the channel, such as one transfer from its form to its end';
COMMENT ON COLUMN menu.use.step IS 'Where in the journey, such as SMS_CODE';
CREATE INDEX use_customer ON menu.use (customer_id, journey_id);
CREATE INDEX use_time ON menu.use USING brin (used_at);
COMMENT ON INDEX menu.use_time IS 'Uses come nearly in the order of time, for which some kilobytes a gigabyte do';
GRANT SELECT, INSERT ON menu.use TO ${app_role};

CREATE FUNCTION menu.guard_use() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF TG_OP = 'DELETE' AND shared.erasing(TG_RELID) THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION 'Rows of %.% are immutable: % refused', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'restrict_violation';
END
$$;
COMMENT ON FUNCTION menu.guard_use() IS
    'Statement trigger like refuse_change, which lets the erasing functions delete';
CREATE TRIGGER immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON menu.use
    FOR EACH STATEMENT EXECUTE FUNCTION menu.guard_use();

CREATE TABLE menu.habit (
    customer_id   uuid             NOT NULL,
    weight        double precision NOT NULL CHECK (weight > 0),
    last_used_at  timestamptz      NOT NULL,
    uses          integer          NOT NULL CHECK (uses > 0),
    day           smallint         NOT NULL CHECK (day BETWEEN 1 AND 31),
    channel       varchar(8)       NOT NULL CHECK (channel IN ('APP', 'COUNTER', 'PHONE')),
    segment       varchar(8)       NOT NULL,
    function_code varchar(30)      NOT NULL REFERENCES menu.function,
    PRIMARY KEY (customer_id, channel, function_code, day)
);
COMMENT ON TABLE menu.habit IS
    'Uses of a customer added up by channel, function and day of the month: what his menu is ranked by';
COMMENT ON COLUMN menu.habit.weight IS
    'Sum of 2^((use - 2026-01-01) / 180 days): forward decay, so that late reports only add, and nothing is rewritten as time goes on';
COMMENT ON COLUMN menu.habit.segment IS 'Whose habits it is counted with: his age band at the latest use';
CREATE INDEX habit_time ON menu.habit USING brin (last_used_at);
GRANT SELECT, INSERT, UPDATE ON menu.habit TO ${app_role};

CREATE TABLE menu.trend (
    channel       varchar(8)       NOT NULL CHECK (channel IN ('APP', 'COUNTER', 'PHONE')),
    segment       varchar(8)       NOT NULL,
    day           smallint         NOT NULL CHECK (day BETWEEN 0 AND 31),
    function_code varchar(30)      NOT NULL REFERENCES menu.function,
    weight        double precision NOT NULL CHECK (weight > 0),
    counted_at    timestamptz      NOT NULL,
    PRIMARY KEY (channel, segment, day, function_code)
);
COMMENT ON TABLE menu.trend IS
    'Habits added up over customers, anew every night; of no segment with fewer than five customers, for that would tell of persons';
COMMENT ON COLUMN menu.trend.segment IS 'Age band, or * for everybody';
COMMENT ON COLUMN menu.trend.day IS 'Day of the month; 0 for all days';
GRANT SELECT, INSERT, DELETE ON menu.trend TO ${app_role};

CREATE TABLE menu.preference (
    customer_id uuid          PRIMARY KEY,
    version     integer       NOT NULL,
    left_handed boolean       NOT NULL,
    large_text  boolean       NOT NULL,
    pins        varchar(800)  NOT NULL CHECK (pins ~ '^([A-Z0-9_]+( [A-Z0-9_]+)*)?$'),
    hides       varchar(1600) NOT NULL CHECK (hides ~ '^([A-Z0-9_]+( [A-Z0-9_]+)*)?$')
);
COMMENT ON TABLE menu.preference IS
    'How a customer wants his menu; without a row: right-handed, text of usual size, nothing pinned or hidden. His language stands with his messages';
COMMENT ON COLUMN menu.preference.pins IS 'Codes of functions that always come first, in this order';
COMMENT ON COLUMN menu.preference.hides IS 'Codes of functions that are never shown';
GRANT SELECT, INSERT, UPDATE, DELETE ON menu.preference TO ${app_role};
CALL shared.keep_history('menu.preference', '${app_role}', 'version');
CALL shared.make_erasable('menu.preference_history', 'left_handed', 'large_text', 'pins', 'hides');

CREATE TABLE menu.help (
    id            uuid        PRIMARY KEY,
    version       bigint      NOT NULL,
    customer_id   uuid        NOT NULL,
    journey_id    uuid        NOT NULL,
    function_code varchar(30) NOT NULL REFERENCES menu.function,
    step          varchar(30) NOT NULL,
    channel       varchar(8)  NOT NULL CHECK (channel IN ('APP', 'COUNTER', 'PHONE')),
    failures      integer     NOT NULL CHECK (failures > 0),
    status        varchar(8)  NOT NULL CHECK (status IN ('OFFERED', 'HANDLED', 'DECLINED', 'SOLVED')),
    offered_at    timestamptz NOT NULL,
    ended_at      timestamptz CHECK (ended_at >= offered_at),
    ended_by      varchar(200),
    UNIQUE (customer_id, journey_id),
    CHECK ((status = 'OFFERED') = (ended_at IS NULL)),
    CHECK ((status IN ('HANDLED', 'DECLINED')) = (ended_by IS NOT NULL))
);
COMMENT ON TABLE menu.help IS 'Help offered to a customer who failed at the same step again and again; once for a journey';
COMMENT ON COLUMN menu.help.status IS 'SOLVED: he got through the step after all';
CREATE INDEX help_status ON menu.help (status, offered_at, id);
CREATE INDEX help_offered ON menu.help (offered_at, id);
GRANT SELECT, INSERT, UPDATE ON menu.help TO ${app_role};

CREATE FUNCTION menu.erase_customer(erasure uuid) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    customer uuid := privacy.customer_of(erasure);
    touched  bigint := 0;
    n        bigint;
BEGIN
    PERFORM set_config('heyi.erasing', 'on', true);
    DELETE FROM menu.use WHERE customer_id = customer;
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    UPDATE menu.preference_history
       SET left_handed = NULL, large_text = NULL, pins = NULL, hides = NULL
     WHERE customer_id = customer;
    PERFORM set_config('heyi.erasing', '', true);
    DELETE FROM menu.habit WHERE customer_id = customer;
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    DELETE FROM menu.help WHERE customer_id = customer;
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    DELETE FROM menu.preference WHERE customer_id = customer;
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    RETURN touched;
END
$$;
COMMENT ON FUNCTION menu.erase_customer(uuid) IS
    'Deletes what the customer of an erasure used, how he wanted his menu and what help he was offered';
REVOKE ALL ON FUNCTION menu.erase_customer(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION menu.erase_customer(uuid) TO ${app_role};

CREATE FUNCTION menu.forget_uses(before timestamptz, most integer) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    touched bigint := 0;
    n       bigint;
BEGIN
    PERFORM privacy.require_over('menu-uses', before);
    PERFORM set_config('heyi.erasing', 'on', true);
    DELETE FROM menu.use WHERE id IN (
        SELECT old.id FROM menu.use old WHERE old.used_at < before LIMIT most);
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    PERFORM set_config('heyi.erasing', '', true);
    DELETE FROM menu.help WHERE id IN (
        SELECT old.id FROM menu.help old WHERE old.offered_at < before
         ORDER BY old.offered_at, old.id LIMIT most - touched);
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    RETURN touched;
END
$$;
COMMENT ON FUNCTION menu.forget_uses(timestamptz, integer) IS
    'Deletes uses, and offers of help, from before a time; never while the same use could be reported again';
REVOKE ALL ON FUNCTION menu.forget_uses(timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION menu.forget_uses(timestamptz, integer) TO ${app_role};

CREATE FUNCTION menu.forget_habits(before timestamptz, most integer) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    touched bigint;
BEGIN
    PERFORM privacy.require_over('menu-habits', before);
    DELETE FROM menu.habit WHERE ctid IN (
        SELECT old.ctid FROM menu.habit old WHERE old.last_used_at < before LIMIT most);
    GET DIAGNOSTICS touched = ROW_COUNT;
    RETURN touched;
END
$$;
COMMENT ON FUNCTION menu.forget_habits(timestamptz, integer) IS
    'Deletes habits that were last kept up before a time';
REVOKE ALL ON FUNCTION menu.forget_habits(timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION menu.forget_habits(timestamptz, integer) TO ${app_role};
