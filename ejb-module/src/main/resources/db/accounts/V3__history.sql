-- The versions of what changes here. Columns are as in the record itself, but may be empty, so that
-- personal ones can be cleared when a person is erased. What was there before is kept as revision 0.

CREATE TABLE accounts.customer_history AS TABLE accounts.customer WITH NO DATA;
ALTER TABLE accounts.customer_history
    DROP COLUMN version,
    ADD COLUMN revision bigint NOT NULL,
    ADD COLUMN revision_kind smallint NOT NULL CHECK (revision_kind IN (0, 1, 2)),
    ADD PRIMARY KEY (id, revision);
COMMENT ON TABLE accounts.customer_history IS
    'Versions of accounts.customer: as added (0), changed (1), deleted (2) in a revision; immutable';
INSERT INTO accounts.customer_history
SELECT id, number, name, resident_id, birth_date, gender, phone, address, home_branch,
       identity_status, registered_at,
       0, 0
  FROM accounts.customer;
CALL shared.make_immutable('accounts.customer_history');
GRANT SELECT, INSERT ON accounts.customer_history TO ${app_role};

CREATE TABLE accounts.identity_history AS TABLE accounts.identity WITH NO DATA;
ALTER TABLE accounts.identity_history
    ADD COLUMN revision bigint NOT NULL,
    ADD COLUMN revision_kind smallint NOT NULL CHECK (revision_kind IN (0, 1, 2)),
    ADD PRIMARY KEY (app_code, external_id, revision);
COMMENT ON TABLE accounts.identity_history IS
    'Versions of accounts.identity: as added (0), changed (1), deleted (2) in a revision; immutable';
INSERT INTO accounts.identity_history
SELECT app_code, external_id, customer_id, linked_at,
       0, 0
  FROM accounts.identity;
CALL shared.make_immutable('accounts.identity_history');
GRANT SELECT, INSERT ON accounts.identity_history TO ${app_role};

CREATE TABLE accounts.account_history AS TABLE accounts.account WITH NO DATA;
ALTER TABLE accounts.account_history
    DROP COLUMN version,
    ADD COLUMN revision bigint NOT NULL,
    ADD COLUMN revision_kind smallint NOT NULL CHECK (revision_kind IN (0, 1, 2)),
    ADD PRIMARY KEY (id, revision);
COMMENT ON TABLE accounts.account_history IS
    'Versions of accounts.account: as added (0), changed (1), deleted (2) in a revision; immutable';
INSERT INTO accounts.account_history
SELECT id, number, customer_id, type, currency, branch, status, opened_at,
       0, 0
  FROM accounts.account;
CALL shared.make_immutable('accounts.account_history');
GRANT SELECT, INSERT ON accounts.account_history TO ${app_role};

CREATE TABLE accounts.app_history AS TABLE accounts.app WITH NO DATA;
ALTER TABLE accounts.app_history
    ADD COLUMN revision bigint NOT NULL,
    ADD COLUMN revision_kind smallint NOT NULL CHECK (revision_kind IN (0, 1, 2)),
    ADD PRIMARY KEY (code, revision);
COMMENT ON TABLE accounts.app_history IS
    'Versions of accounts.app: as added (0), changed (1), deleted (2) in a revision; immutable';
INSERT INTO accounts.app_history
SELECT code, name_zh_cn, name_zh_tw, name_en, owner_department, status,
       0, 0
  FROM accounts.app;
CALL shared.make_immutable('accounts.app_history');
GRANT SELECT, INSERT ON accounts.app_history TO ${app_role};
