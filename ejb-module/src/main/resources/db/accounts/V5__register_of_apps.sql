-- The register of apps and channels: of what kind they are and which functions they offer, so that
-- functions standing in several apps can be seen with the customers who meet them twice.

ALTER TABLE accounts.app
    ADD COLUMN version bigint NOT NULL DEFAULT 0,
    ADD COLUMN kind varchar(12) NOT NULL DEFAULT 'APP'
        CHECK (kind IN ('APP', 'MINI_PROGRAM', 'WEB', 'COUNTER', 'PHONE'));
ALTER TABLE accounts.app ALTER COLUMN version DROP DEFAULT, ALTER COLUMN kind DROP DEFAULT;
COMMENT ON COLUMN accounts.app.kind IS 'What customers use it on';
ALTER TABLE accounts.app_history ADD COLUMN kind varchar(12);
UPDATE accounts.app SET kind = 'MINI_PROGRAM' WHERE code = 'FAMILY';
UPDATE accounts.app SET kind = 'WEB' WHERE code = 'WAP';
GRANT INSERT, UPDATE ON accounts.app TO ${app_role};

CREATE TABLE accounts.app_function (
    code       varchar(20)  PRIMARY KEY CHECK (code ~ '^[A-Z][A-Z0-9_]*$'),
    name_zh_cn varchar(100) NOT NULL,
    name_zh_tw varchar(100) NOT NULL,
    name_en    varchar(100) NOT NULL
);
COMMENT ON TABLE accounts.app_function IS 'What an app can do for a customer';
GRANT SELECT ON accounts.app_function TO ${app_role};
INSERT INTO accounts.app_function (code, name_zh_cn, name_zh_tw, name_en) VALUES
    ('ACCOUNT_VIEW', '账户查询', '帳戶查詢', 'Account overview'),
    ('TRANSFER', '转账汇款', '轉帳匯款', 'Transfers'),
    ('PAYMENT', '生活缴费', '生活繳費', 'Bill payment'),
    ('CARD', '信用卡服务', '信用卡服務', 'Card services'),
    ('POINTS', '积分权益', '點數權益', 'Points and benefits'),
    ('LOAN', '贷款服务', '貸款服務', 'Loans'),
    ('WEALTH', '投资理财', '投資理財', 'Investments'),
    ('PENSION', '养老金融', '退休金融', 'Pensions'),
    ('FAMILY', '亲子账户', '親子帳戶', 'Family accounts'),
    ('SERVICE', '客服与投诉', '客服與投訴', 'Service and complaints');

CREATE TABLE accounts.app_offering (
    app_code      varchar(20) NOT NULL REFERENCES accounts.app,
    function_code varchar(20) NOT NULL REFERENCES accounts.app_function,
    PRIMARY KEY (app_code, function_code)
);
COMMENT ON TABLE accounts.app_offering IS 'Which functions an app offers';
CREATE INDEX app_offering_function ON accounts.app_offering (function_code);
CALL shared.keep_history('accounts.app_offering', '${app_role}');
GRANT SELECT, INSERT, DELETE ON accounts.app_offering TO ${app_role};
INSERT INTO accounts.app_offering (app_code, function_code)
SELECT app_code, function_code FROM (VALUES
    ('CARD', '{ACCOUNT_VIEW,PAYMENT,CARD,POINTS,SERVICE}'),
    ('MALL', '{PAYMENT,POINTS,SERVICE}'),
    ('MOBILE', '{ACCOUNT_VIEW,TRANSFER,PAYMENT,CARD,LOAN,WEALTH,SERVICE}'),
    ('LOAN', '{ACCOUNT_VIEW,LOAN,SERVICE}'),
    ('WEALTH', '{ACCOUNT_VIEW,POINTS,WEALTH}'),
    ('PENSION', '{WEALTH,PENSION}'),
    ('FAMILY', '{TRANSFER,FAMILY}'),
    ('WAP', '{ACCOUNT_VIEW,TRANSFER}')
) AS apps (app_code, functions), unnest(functions::text[]) AS function_code;
INSERT INTO accounts.app_offering_history (app_code, function_code, revision, revision_kind)
SELECT app_code, function_code, 0, 0 FROM accounts.app_offering;

CREATE VIEW accounts.app_user AS
SELECT DISTINCT app_code, customer_id FROM accounts.identity;
COMMENT ON VIEW accounts.app_user IS 'Which customers an app knows, each once, by whichever ids';
GRANT SELECT ON accounts.app_user TO ${app_role};
