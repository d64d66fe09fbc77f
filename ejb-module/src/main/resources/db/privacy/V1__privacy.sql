-- What was erased, how long each kind of record is kept, and what the nightly run purged.

GRANT USAGE ON SCHEMA privacy TO ${app_role};

CREATE TABLE privacy.erasure (
    id            uuid         PRIMARY KEY,
    customer_id   uuid         NOT NULL UNIQUE,
    reason        varchar(500) NOT NULL,
    erased_by     varchar(200) NOT NULL,
    erased_at     timestamptz  NOT NULL,
    written_by_tx xid8         NOT NULL DEFAULT pg_current_xact_id()
);
COMMENT ON TABLE privacy.erasure IS
    'Persons whose data were erased, by the id under which ledger, orders and trail go on; immutable';
COMMENT ON COLUMN privacy.erasure.written_by_tx IS
    'The erasing functions work for this row in this database transaction only';
CREATE INDEX erasure_erased_at ON privacy.erasure (erased_at, id);
CALL shared.make_immutable('privacy.erasure');
GRANT SELECT, INSERT (id, customer_id, reason, erased_by, erased_at) ON privacy.erasure TO ${app_role};

CREATE TABLE privacy.erased_records (
    erasure_id uuid        NOT NULL REFERENCES privacy.erasure,
    holder     varchar(40) NOT NULL,
    records    bigint      NOT NULL CHECK (records >= 0),
    PRIMARY KEY (erasure_id, holder)
);
COMMENT ON TABLE privacy.erased_records IS 'How many records of each module an erasure emptied or removed; immutable';
CALL shared.make_immutable('privacy.erased_records');
GRANT SELECT, INSERT ON privacy.erased_records TO ${app_role};

-- The only way by which the erasing functions of the modules learn whom to erase: no row, no erasure.
CREATE FUNCTION privacy.customer_of(erasure uuid) RETURNS uuid
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    customer uuid;
BEGIN
    SELECT e.customer_id INTO customer FROM privacy.erasure e
     WHERE e.id = erasure AND e.written_by_tx = pg_current_xact_id();
    IF customer IS NULL THEN
        RAISE EXCEPTION 'No erasure % was written in this transaction', erasure
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN customer;
END
$$;
COMMENT ON FUNCTION privacy.customer_of(uuid) IS
    'The customer of an erasure that was written in this transaction, else an error';

CREATE TABLE privacy.retention (
    kind          varchar(40)   PRIMARY KEY,
    mode          varchar(12)   NOT NULL CHECK (mode IN ('PURGED', 'ON_ERASURE', 'FOREVER', 'ELSEWHERE')),
    keep_days     integer,
    minimum_days  integer       NOT NULL CHECK (minimum_days >= 0),
    source        varchar(500)  NOT NULL,
    verified      boolean       NOT NULL,
    version       bigint        NOT NULL DEFAULT 0,
    changed_by    varchar(200),
    changed_at    timestamptz,
    CHECK ((mode = 'FOREVER') = (keep_days IS NULL)),
    CONSTRAINT never_below_the_law CHECK (keep_days >= minimum_days)
);
COMMENT ON TABLE privacy.retention IS 'How long each kind of record is kept, and how long the law demands at least';
COMMENT ON COLUMN privacy.retention.mode IS
    'PURGED: by the nightly run; ON_ERASURE: a person is not erased before; FOREVER: never removed; '
    'ELSEWHERE: another system purges by its own setting';
COMMENT ON COLUMN privacy.retention.verified IS
    'Whether the wording of the source was read; else the figure is to be confirmed by the legal department';
GRANT SELECT, UPDATE (keep_days, version, changed_by, changed_at) ON privacy.retention TO ${app_role};

INSERT INTO privacy.retention (kind, mode, keep_days, minimum_days, source, verified) VALUES
    ('import-uploads', 'PURGED', 30, 0,
     '个人信息保护法第十九条：保存期限为实现处理目的所必要的最短时间；载入后的记录另行保存', false),
    ('import-rejects', 'PURGED', 180, 0, '个人信息保护法第十九条', false),
    ('idempotency-answers', 'PURGED', 7, 1, '个人信息保护法第十九条；一日为重试所需', false),
    ('complaint-texts', 'PURGED', 1826, 1096,
     '银行业保险业消费投诉处理管理办法（银保监会令2020年第3号）投诉档案，三年', false),
    ('identity-records', 'ON_ERASURE', 3653, 3653,
     '反洗钱法（2024年修订，2025-01-01施行）：业务关系结束后客户身份资料至少保存十年', false),
    ('mall-orders', 'ON_ERASURE', 1096, 1096,
     '电子商务法第三十一条：交易信息自交易完成之日起不少于三年', false),
    ('sign-in-events', 'ELSEWHERE', 90, 0,
     '身份认证系统的事件，其 realm 设置 eventsExpiration；登录已转入审计记录', true),
    ('audit-trail', 'FOREVER', NULL, 3653,
     '网络安全法第二十一条：网络日志不少于六个月；反洗钱法：十年；审计记录成链，只增不减', false),
    ('points-ledger', 'FOREVER', NULL, 10958,
     '会计档案管理办法（财政部、国家档案局令第79号）：会计账簿三十年；积分账簿只以客户编号记账', false);

CREATE TABLE privacy.purge (
    id          uuid         PRIMARY KEY,
    kind        varchar(40)  NOT NULL REFERENCES privacy.retention,
    before      timestamptz  NOT NULL,
    purged      bigint       NOT NULL CHECK (purged >= 0),
    finished_at timestamptz  NOT NULL
);
COMMENT ON TABLE privacy.purge IS 'What the nightly run purged of each kind; immutable';
CREATE INDEX purge_kind ON privacy.purge (kind, finished_at);
CALL shared.make_immutable('privacy.purge');
GRANT SELECT, INSERT ON privacy.purge TO ${app_role};

-- Lets a function empty what is older than the time given, but never what the law still wants kept.
CREATE FUNCTION privacy.require_over(of_kind text, before timestamptz) RETURNS void
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    least integer;
BEGIN
    SELECT r.minimum_days INTO STRICT least FROM privacy.retention r WHERE r.kind = of_kind;
    IF before > now() - make_interval(days => least) THEN
        RAISE EXCEPTION 'Records of kind % are kept % days at least', of_kind, least
            USING ERRCODE = 'restrict_violation';
    END IF;
END
$$;
COMMENT ON FUNCTION privacy.require_over(text, timestamptz) IS
    'Refuses to purge records that are younger than their legal minimum';
