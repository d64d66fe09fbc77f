-- Households with guardians and children: allowances, tasks, goals, limits, what guardians are told.
-- The money itself moves in the deposit ledger.

GRANT USAGE ON SCHEMA family TO ${app_role};

CREATE TABLE family.household (
    id         uuid         PRIMARY KEY,
    version    bigint       NOT NULL,
    name       varchar(50)  NOT NULL CHECK (name <> ''),
    founded_at timestamptz  NOT NULL
);
COMMENT ON TABLE family.household IS
    'Families that keep house together; the name is what they call themselves';
GRANT SELECT, INSERT, UPDATE ON family.household TO ${app_role};

CREATE TABLE family.member (
    id           uuid        PRIMARY KEY,
    version      bigint      NOT NULL,
    household_id uuid        NOT NULL REFERENCES family.household,
    customer_id  uuid        NOT NULL,
    role         varchar(10) NOT NULL CHECK (role IN ('GUARDIAN', 'CHILD')),
    joined_on    date        NOT NULL,
    left_on      date        CHECK (left_on >= joined_on)
);
COMMENT ON TABLE family.member IS
    'Who belongs to a household, as what, from when to when';
GRANT SELECT, INSERT, UPDATE ON family.member TO ${app_role};

CREATE TABLE family.allowance (
    id           uuid           PRIMARY KEY,
    version      bigint         NOT NULL,
    household_id uuid           NOT NULL REFERENCES family.household,
    guardian_id  uuid           NOT NULL,
    child_id     uuid           NOT NULL,
    kind         varchar(12)    NOT NULL CHECK (kind IN ('POCKET_MONEY', 'LIVING')),
    from_account uuid           NOT NULL,
    to_account   uuid           NOT NULL CHECK (to_account <> from_account),
    amount       numeric(18, 2) NOT NULL CHECK (amount > 0),
    rhythm       varchar(10)    NOT NULL CHECK (rhythm IN ('WEEKLY', 'MONTHLY')),
    on_day       integer        NOT NULL CHECK (on_day >= 1 AND on_day <= CASE rhythm WHEN 'WEEKLY' THEN 7 ELSE 31 END),
    ends_on      date,
    next_on      date           NOT NULL,
    active       boolean        NOT NULL
);
COMMENT ON TABLE family.allowance IS
    'Money that a guardians account pays to a childs on a schedule';
GRANT SELECT, INSERT, UPDATE ON family.allowance TO ${app_role};

CREATE TABLE family.spending_limit (
    id           uuid           PRIMARY KEY,
    version      bigint         NOT NULL,
    household_id uuid           NOT NULL REFERENCES family.household,
    child_id     uuid           NOT NULL UNIQUE,
    per_payment  numeric(18, 2) NOT NULL CHECK (per_payment >= 0),
    per_day      numeric(18, 2) NOT NULL CHECK (per_day >= per_payment),
    set_by       uuid           NOT NULL
);
COMMENT ON TABLE family.spending_limit IS
    'How much a child may pay, as a guardian has set it';
GRANT SELECT, INSERT, UPDATE ON family.spending_limit TO ${app_role};

CREATE TABLE family.task (
    id           uuid           PRIMARY KEY,
    version      bigint         NOT NULL,
    household_id uuid           NOT NULL REFERENCES family.household,
    guardian_id  uuid           NOT NULL,
    child_id     uuid           NOT NULL,
    title        varchar(100)   NOT NULL CHECK (title <> ''),
    reward       numeric(18, 2) NOT NULL CHECK (reward > 0),
    from_account uuid           NOT NULL,
    to_account   uuid           NOT NULL CHECK (to_account <> from_account),
    status       varchar(10)    NOT NULL CHECK (status IN ('SET', 'DONE', 'APPROVED', 'CANCELLED')),
    set_at       timestamptz    NOT NULL,
    decided_at   timestamptz,
    movement_id  uuid           UNIQUE,
    CHECK ((status = 'APPROVED') = (movement_id IS NOT NULL))
);
COMMENT ON TABLE family.task IS
    'What a guardian asks of a child, for a reward that moves when he approves';
GRANT SELECT, INSERT, UPDATE ON family.task TO ${app_role};

CREATE TABLE family.goal (
    id           uuid           PRIMARY KEY,
    version      bigint         NOT NULL,
    household_id uuid           NOT NULL REFERENCES family.household,
    child_id     uuid           NOT NULL,
    account_id   uuid           NOT NULL,
    title        varchar(100)   NOT NULL CHECK (title <> ''),
    target       numeric(18, 2) NOT NULL CHECK (target > 0),
    set_at       timestamptz    NOT NULL,
    given_up     boolean        NOT NULL
);
COMMENT ON TABLE family.goal IS
    'What a child saves for in one of his accounts (the piggy bank)';
GRANT SELECT, INSERT, UPDATE ON family.goal TO ${app_role};

CREATE UNIQUE INDEX member_once ON family.member (customer_id) WHERE left_on IS NULL;
COMMENT ON INDEX family.member_once IS 'A customer belongs to one household at a time';
CREATE INDEX member_household ON family.member (household_id);
CREATE INDEX member_children ON family.member (customer_id) WHERE role = 'CHILD' AND left_on IS NULL;
CREATE INDEX allowance_household ON family.allowance (household_id);
CREATE INDEX allowance_due ON family.allowance (next_on, id) WHERE active;
CREATE INDEX spending_limit_household ON family.spending_limit (household_id);
CREATE INDEX task_household ON family.task (household_id, set_at, id);
CREATE INDEX goal_household ON family.goal (household_id);

CREATE TABLE family.allowance_run (
    allowance_id uuid        NOT NULL REFERENCES family.allowance,
    due_on       date        NOT NULL,
    ran_at       timestamptz NOT NULL,
    movement_id  uuid        UNIQUE,
    error_code   varchar(100),
    PRIMARY KEY (allowance_id, due_on),
    CHECK ((movement_id IS NULL) = (error_code IS NOT NULL))
);
COMMENT ON TABLE family.allowance_run IS
    'Each day on which an allowance was due, once: paid, or why not; immutable';
CALL shared.make_immutable('family.allowance_run');
GRANT SELECT, INSERT ON family.allowance_run TO ${app_role};

CREATE TABLE family.notice (
    id           uuid           PRIMARY KEY,
    household_id uuid           NOT NULL REFERENCES family.household,
    child_id     uuid           NOT NULL,
    kind         varchar(20)    NOT NULL CHECK (kind IN
        ('PAYMENT_DECLINED', 'ALLOWANCE_FAILED', 'CAME_OF_AGE')),
    amount       numeric(18, 2),
    code         varchar(100),
    told_at      timestamptz    NOT NULL
);
COMMENT ON TABLE family.notice IS 'What the guardians of a household are told; immutable';
CREATE INDEX notice_household ON family.notice (household_id, told_at DESC, id);
CALL shared.make_immutable('family.notice');
GRANT SELECT, INSERT ON family.notice TO ${app_role};

-- The versions of what changes, without the words that people chose.
CREATE TABLE family.household_history AS TABLE family.household WITH NO DATA;
ALTER TABLE family.household_history
    DROP COLUMN version,
    DROP COLUMN name,
    ADD COLUMN revision bigint NOT NULL,
    ADD COLUMN revision_kind smallint NOT NULL CHECK (revision_kind IN (0, 1, 2)),
    ADD PRIMARY KEY (id, revision);
COMMENT ON TABLE family.household_history IS
    'Versions of family.household: as added (0), changed (1), deleted (2) in a revision; immutable';
CALL shared.make_immutable('family.household_history');
GRANT SELECT, INSERT ON family.household_history TO ${app_role};

CREATE TABLE family.member_history AS TABLE family.member WITH NO DATA;
ALTER TABLE family.member_history
    DROP COLUMN version,
    ADD COLUMN revision bigint NOT NULL,
    ADD COLUMN revision_kind smallint NOT NULL CHECK (revision_kind IN (0, 1, 2)),
    ADD PRIMARY KEY (id, revision);
COMMENT ON TABLE family.member_history IS
    'Versions of family.member: as added (0), changed (1), deleted (2) in a revision; immutable';
CALL shared.make_immutable('family.member_history');
GRANT SELECT, INSERT ON family.member_history TO ${app_role};

CREATE TABLE family.allowance_history AS TABLE family.allowance WITH NO DATA;
ALTER TABLE family.allowance_history
    DROP COLUMN version,
    ADD COLUMN revision bigint NOT NULL,
    ADD COLUMN revision_kind smallint NOT NULL CHECK (revision_kind IN (0, 1, 2)),
    ADD PRIMARY KEY (id, revision);
COMMENT ON TABLE family.allowance_history IS
    'Versions of family.allowance: as added (0), changed (1), deleted (2) in a revision; immutable';
CALL shared.make_immutable('family.allowance_history');
GRANT SELECT, INSERT ON family.allowance_history TO ${app_role};

CREATE TABLE family.spending_limit_history AS TABLE family.spending_limit WITH NO DATA;
ALTER TABLE family.spending_limit_history
    DROP COLUMN version,
    ADD COLUMN revision bigint NOT NULL,
    ADD COLUMN revision_kind smallint NOT NULL CHECK (revision_kind IN (0, 1, 2)),
    ADD PRIMARY KEY (id, revision);
COMMENT ON TABLE family.spending_limit_history IS
    'Versions of family.spending_limit: as added (0), changed (1), deleted (2) in a revision; immutable';
CALL shared.make_immutable('family.spending_limit_history');
GRANT SELECT, INSERT ON family.spending_limit_history TO ${app_role};

CREATE TABLE family.task_history AS TABLE family.task WITH NO DATA;
ALTER TABLE family.task_history
    DROP COLUMN version,
    DROP COLUMN title,
    ADD COLUMN revision bigint NOT NULL,
    ADD COLUMN revision_kind smallint NOT NULL CHECK (revision_kind IN (0, 1, 2)),
    ADD PRIMARY KEY (id, revision);
COMMENT ON TABLE family.task_history IS
    'Versions of family.task: as added (0), changed (1), deleted (2) in a revision; immutable';
CALL shared.make_immutable('family.task_history');
GRANT SELECT, INSERT ON family.task_history TO ${app_role};

CREATE TABLE family.goal_history AS TABLE family.goal WITH NO DATA;
ALTER TABLE family.goal_history
    DROP COLUMN version,
    DROP COLUMN title,
    ADD COLUMN revision bigint NOT NULL,
    ADD COLUMN revision_kind smallint NOT NULL CHECK (revision_kind IN (0, 1, 2)),
    ADD PRIMARY KEY (id, revision);
COMMENT ON TABLE family.goal_history IS
    'Versions of family.goal: as added (0), changed (1), deleted (2) in a revision; immutable';
CALL shared.make_immutable('family.goal_history');
GRANT SELECT, INSERT ON family.goal_history TO ${app_role};
