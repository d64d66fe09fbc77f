-- Winding an app down: the plan with its days, what the old app says it holds, where each of it
-- went, and for every customer the proof that nothing was lost.

GRANT USAGE ON SCHEMA winddown TO ${app_role};

CREATE TABLE winddown.notice (
    step       varchar(8)   NOT NULL CHECK (step IN ('FREEZE', 'MIGRATE', 'CLOSE')),
    valid_from date         NOT NULL,
    days       int          NOT NULL CHECK (days BETWEEN 0 AND 1000),
    source     varchar(500) NOT NULL,
    set_at     timestamptz  NOT NULL DEFAULT now(),
    set_by     varchar(200) NOT NULL DEFAULT 'system',
    PRIMARY KEY (step, valid_from)
);
COMMENT ON TABLE winddown.notice IS
    'How many days after the announcement a step may come at the earliest, from which day on; immutable';
INSERT INTO winddown.notice (step, valid_from, days, source) VALUES
    ('FREEZE', '2020-01-01', 30, '银行 App 下线公告的通行做法，未经监管文件核实'),
    ('MIGRATE', '2020-01-01', 30, '银行 App 下线公告的通行做法，未经监管文件核实'),
    ('CLOSE', '2020-01-01', 90, '银行 App 下线公告的通行做法，未经监管文件核实');
CALL shared.make_immutable('winddown.notice');
GRANT SELECT, INSERT ON winddown.notice TO ${app_role};

CREATE TABLE winddown.plan (
    id            uuid         PRIMARY KEY,
    version       bigint       NOT NULL,
    app_code      varchar(20)  NOT NULL,
    into_app      varchar(20)  NOT NULL CHECK (into_app <> app_code),
    status        varchar(10)  NOT NULL
        CHECK (status IN ('ANNOUNCED', 'FROZEN', 'MIGRATING', 'CLOSED', 'CALLED_OFF')),
    announced_on  date         NOT NULL,
    freeze_on     date         NOT NULL,
    migrate_on    date         NOT NULL,
    close_on      date         NOT NULL,
    reason        varchar(500) NOT NULL,
    customers     bigint       NOT NULL CHECK (customers >= 0),
    accounts      bigint       NOT NULL CHECK (accounts >= 0),
    points        bigint       NOT NULL CHECK (points >= 0),
    open_orders   bigint       NOT NULL CHECK (open_orders >= 0),
    complaints    bigint       NOT NULL CHECK (complaints >= 0),
    announced_by  varchar(200) NOT NULL,
    announced_at  timestamptz  NOT NULL,
    frozen_at     timestamptz,
    migrating_at  timestamptz,
    ended_at      timestamptz,
    run_id        uuid,
    CHECK (announced_on <= freeze_on AND freeze_on <= migrate_on AND migrate_on <= close_on),
    CHECK ((status IN ('CLOSED', 'CALLED_OFF')) = (ended_at IS NOT NULL)),
    CHECK (status NOT IN ('MIGRATING', 'CLOSED') OR (frozen_at IS NOT NULL AND migrating_at IS NOT NULL))
);
COMMENT ON TABLE winddown.plan IS
    'The end of an app: announced, frozen, migrated, closed; with its impact as it was announced';
COMMENT ON COLUMN winddown.plan.run_id IS 'The latest run of the batch that migrates its customers';
CREATE UNIQUE INDEX plan_one_at_a_time ON winddown.plan (app_code) WHERE status <> 'CALLED_OFF';
CREATE INDEX plan_announced ON winddown.plan (announced_at, id);
CALL shared.keep_history('winddown.plan', '${app_role}', 'version');
GRANT SELECT, INSERT, UPDATE ON winddown.plan TO ${app_role};

CREATE TABLE winddown.holding (
    id          uuid           PRIMARY KEY,
    plan_id     uuid           NOT NULL REFERENCES winddown.plan,
    external_id varchar(100)   NOT NULL CHECK (external_id <> ''),
    kind        varchar(6)     NOT NULL CHECK (kind IN ('POINTS', 'MONEY')),
    points      bigint         NOT NULL CHECK (points >= 0),
    amount      numeric(18, 2) NOT NULL CHECK (amount >= 0),
    expires_on  date,
    taken_at    timestamptz    NOT NULL,
    UNIQUE NULLS NOT DISTINCT (plan_id, external_id, kind, expires_on),
    CHECK ((kind = 'POINTS') = (points > 0)),
    CHECK ((kind = 'MONEY') = (amount > 0)),
    CHECK (kind = 'POINTS' OR expires_on IS NULL)
);
COMMENT ON TABLE winddown.holding IS
    'What the old app says one of its customers holds: points with one last day, or stored money; immutable';
CALL shared.make_erasable('winddown.holding', 'external_id');
GRANT SELECT, INSERT ON winddown.holding TO ${app_role};

CREATE TABLE winddown.proof (
    id              uuid           PRIMARY KEY,
    plan_id         uuid           NOT NULL REFERENCES winddown.plan,
    customer_id     uuid           NOT NULL,
    points_before   bigint         NOT NULL CHECK (points_before >= 0),
    points_after    bigint         NOT NULL CHECK (points_after >= 0),
    points_refunded bigint         NOT NULL CHECK (points_refunded >= 0),
    points_expired  bigint         NOT NULL CHECK (points_expired >= 0),
    money_before    numeric(18, 2) NOT NULL CHECK (money_before >= 0),
    money_after     numeric(18, 2) NOT NULL CHECK (money_after >= 0),
    money_refunded  numeric(18, 2) NOT NULL CHECK (money_refunded >= 0),
    money_expired   numeric(18, 2) NOT NULL CHECK (money_expired >= 0),
    migrated_at     timestamptz    NOT NULL,
    UNIQUE (plan_id, customer_id),
    CONSTRAINT points_add_up CHECK (points_before = points_after + points_refunded + points_expired),
    CONSTRAINT money_adds_up CHECK (money_before = money_after + money_refunded + money_expired)
);
COMMENT ON TABLE winddown.proof IS
    'Per customer: before = after + refunded + expired; he is migrated once and for all; immutable';
CREATE INDEX proof_plan ON winddown.proof (plan_id, migrated_at, id);
CREATE INDEX proof_customer ON winddown.proof (customer_id);
CALL shared.make_immutable('winddown.proof');
GRANT SELECT, INSERT ON winddown.proof TO ${app_role};

CREATE TABLE winddown.move (
    holding_id uuid           PRIMARY KEY REFERENCES winddown.holding,
    proof_id   uuid           NOT NULL REFERENCES winddown.proof,
    outcome    varchar(9)     NOT NULL CHECK (outcome IN ('GRANTED', 'EXPIRED', 'DEPOSITED', 'REFUNDED')),
    points     bigint         NOT NULL CHECK (points >= 0),
    amount     numeric(18, 2) NOT NULL CHECK (amount >= 0),
    entry_id   uuid,
    CHECK ((outcome IN ('GRANTED', 'DEPOSITED')) = (entry_id IS NOT NULL))
);
COMMENT ON TABLE winddown.move IS
    'Where a holding went; as its key is the holding, nothing goes twice; immutable';
COMMENT ON COLUMN winddown.move.entry_id IS
    'Of points the entry of the points ledger, of money the movement of the deposit ledger';
CREATE INDEX move_proof ON winddown.move (proof_id);
CALL shared.make_immutable('winddown.move');
GRANT SELECT, INSERT ON winddown.move TO ${app_role};

-- A proof says what its moves say, and each move is the whole of its holding.
CREATE FUNCTION winddown.check_proof() RETURNS trigger
    LANGUAGE plpgsql AS
$$
DECLARE
    s record;
BEGIN
    SELECT coalesce(sum(h.points), 0) AS points_before, coalesce(sum(h.amount), 0) AS money_before,
           coalesce(sum(m.points) FILTER (WHERE m.outcome = 'GRANTED'), 0) AS points_after,
           coalesce(sum(m.points) FILTER (WHERE m.outcome = 'EXPIRED'), 0) AS points_expired,
           coalesce(sum(m.amount) FILTER (WHERE m.outcome = 'DEPOSITED'), 0) AS money_after,
           coalesce(sum(m.amount) FILTER (WHERE m.outcome = 'REFUNDED'), 0) AS money_refunded,
           count(*) FILTER (WHERE m.points <> h.points OR m.amount <> h.amount
                               OR h.plan_id <> NEW.plan_id) AS wrong
      INTO s
      FROM winddown.move m JOIN winddown.holding h ON h.id = m.holding_id
     WHERE m.proof_id = NEW.id;
    IF s.wrong > 0 OR (s.points_before, s.points_after, s.points_expired, s.money_before,
                       s.money_after, s.money_refunded)
       IS DISTINCT FROM (NEW.points_before::numeric, NEW.points_after::numeric,
                         NEW.points_expired::numeric, NEW.money_before, NEW.money_after,
                         NEW.money_refunded) THEN
        RAISE EXCEPTION 'Proof % does not say what its moves say', NEW.id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION winddown.check_proof() IS
    'Refuses the commit of a proof that does not equal the sums of its moves';
CREATE CONSTRAINT TRIGGER proved AFTER INSERT ON winddown.proof
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION winddown.check_proof();

-- Nor can a move join a proof later.
CREATE FUNCTION winddown.check_move() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM 1 FROM winddown.proof p
      WHERE p.id = NEW.proof_id
        AND p.xmin = pg_current_xact_id()::xid;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'Moves can join a proof only in the transaction that wrote it'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION winddown.check_move() IS 'Refuses moves of a proof that an earlier transaction wrote';
CREATE TRIGGER with_its_proof BEFORE INSERT ON winddown.move
    FOR EACH ROW EXECUTE FUNCTION winddown.check_move();

CREATE TABLE winddown.refund (
    holding_id  uuid           PRIMARY KEY REFERENCES winddown.move,
    plan_id     uuid           NOT NULL REFERENCES winddown.plan,
    customer_id uuid           NOT NULL,
    amount      numeric(18, 2) NOT NULL CHECK (amount > 0),
    due_at      timestamptz    NOT NULL,
    paid_at     timestamptz,
    paid_as     varchar(100),
    CHECK ((paid_at IS NULL) = (paid_as IS NULL))
);
COMMENT ON TABLE winddown.refund IS
    'Stored money of customers without an account to take it: paid back the way it came, outside Heyi';
CREATE INDEX refund_due ON winddown.refund (plan_id) WHERE paid_at IS NULL;
GRANT SELECT, INSERT, UPDATE (paid_at, paid_as) ON winddown.refund TO ${app_role};

CREATE FUNCTION winddown.erase_customer(erasure uuid, ids text[]) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    customer uuid := privacy.customer_of(erasure);
    n        bigint;
BEGIN
    PERFORM set_config('heyi.erasing', 'on', true);
    UPDATE winddown.holding h SET external_id = 'erased:' || h.id
     WHERE h.external_id = ANY (ids) OR h.external_id NOT LIKE 'erased:%' AND h.id IN (
        SELECT m.holding_id FROM winddown.move m JOIN winddown.proof p ON p.id = m.proof_id
         WHERE p.customer_id = customer);
    GET DIAGNOSTICS n = ROW_COUNT;
    PERFORM set_config('heyi.erasing', '', true);
    RETURN n;
END
$$;
COMMENT ON FUNCTION winddown.erase_customer(uuid, text[]) IS
    'Replaces the ids that old apps had for the customer of an erasure; amounts and proofs stay';
REVOKE ALL ON FUNCTION winddown.erase_customer(uuid, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION winddown.erase_customer(uuid, text[]) TO ${app_role};
