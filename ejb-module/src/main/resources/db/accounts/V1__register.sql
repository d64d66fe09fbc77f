-- The register: customers, the old apps that know them, their accounts.

GRANT USAGE ON SCHEMA accounts TO ${app_role};

-- Numbers are taken in blocks of 100, so that an import needs one round trip for a hundred rows.
CREATE SEQUENCE accounts.customer_serial START 1 INCREMENT 100 MAXVALUE 99999999;
CREATE SEQUENCE accounts.account_serial START 1 INCREMENT 100 MAXVALUE 999999999999;
GRANT USAGE ON SEQUENCE accounts.customer_serial, accounts.account_serial TO ${app_role};

CREATE TABLE accounts.customer (
    id              uuid         PRIMARY KEY,
    version         bigint       NOT NULL,
    number          varchar(10)  NOT NULL UNIQUE,
    name            varchar(100) COLLATE "zh-x-icu" NOT NULL CHECK (name <> ''),
    resident_id     varchar(18)  UNIQUE CHECK (resident_id ~ '^[0-9]{17}[0-9X]$'),
    birth_date      date,
    gender          varchar(6)   CHECK (gender IN ('FEMALE', 'MALE')),
    phone           varchar(16)  CHECK (phone ~ '^\+[1-9][0-9]{6,14}$'),
    address         varchar(200),
    home_branch     varchar(5)   CHECK (home_branch ~ '^[A-Z][0-9]{4}$'),
    identity_status varchar(10)  NOT NULL CHECK (identity_status IN ('VERIFIED', 'UNVERIFIED')),
    registered_at   timestamptz  NOT NULL,
    CHECK ((identity_status = 'VERIFIED') = (resident_id IS NOT NULL)),
    CHECK ((resident_id IS NULL) = (birth_date IS NULL)),
    CHECK ((resident_id IS NULL) = (gender IS NULL))
);
COMMENT ON TABLE accounts.customer IS
    'A person whom the bank serves; unverified while taken over from an old app without resident ID';
COMMENT ON COLUMN accounts.customer.resident_id IS 'GB 11643; personal data, shown masked only';
COMMENT ON COLUMN accounts.customer.phone IS 'E.164; several customers may share one';
COMMENT ON COLUMN accounts.customer.name IS 'Sorted by pinyin';
CREATE INDEX customer_registered_at ON accounts.customer (registered_at, id);
CREATE INDEX customer_name ON accounts.customer (name, id);
CREATE INDEX customer_phone ON accounts.customer (phone) WHERE phone IS NOT NULL;
CREATE INDEX customer_home_branch ON accounts.customer (home_branch, registered_at, id);
GRANT SELECT, INSERT, UPDATE ON accounts.customer TO ${app_role};

CREATE TABLE accounts.app (
    code             varchar(20)  PRIMARY KEY CHECK (code ~ '^[A-Z][A-Z0-9_]*$'),
    name_zh_cn       varchar(100) NOT NULL,
    name_zh_tw       varchar(100) NOT NULL,
    name_en          varchar(100) NOT NULL,
    owner_department varchar(100) NOT NULL,
    status           varchar(10)  NOT NULL CHECK (status IN ('ACTIVE', 'FROZEN', 'CLOSED'))
);
COMMENT ON TABLE accounts.app IS 'The old apps and channels whose customers are united here';
-- The right to update a column is also the right to lock a row while identities are added.
GRANT SELECT, UPDATE (status) ON accounts.app TO ${app_role};

INSERT INTO accounts.app (code, name_zh_cn, name_zh_tw, name_en, owner_department, status) VALUES
    ('CARD', '信用卡中心 App', '信用卡中心 App', 'Credit Card Centre app', '信用卡中心', 'ACTIVE'),
    ('MALL', '积分商城', '點數商城', 'Points mall', '零售业务部', 'ACTIVE'),
    ('MOBILE', '手机银行', '行動銀行', 'Mobile banking', '网络金融部', 'ACTIVE'),
    ('LOAN', '个人贷款 App', '個人貸款 App', 'Personal loan app', '个人信贷部', 'ACTIVE'),
    ('WEALTH', '财富管理 App', '財富管理 App', 'Wealth management app', '财富管理部', 'ACTIVE'),
    ('PENSION', '养老金融专区', '退休金融專區', 'Pension service', '养老金融部', 'ACTIVE'),
    ('FAMILY', '亲子账户小程序', '親子帳戶小程式', 'Family account mini-app', '零售业务部', 'FROZEN'),
    ('WAP', 'WAP 网上银行', 'WAP 網路銀行', 'WAP banking', '网络金融部', 'CLOSED');

CREATE TABLE accounts.identity (
    app_code    varchar(20)  NOT NULL REFERENCES accounts.app,
    external_id varchar(100) NOT NULL CHECK (external_id <> ''),
    customer_id uuid         NOT NULL REFERENCES accounts.customer,
    linked_at   timestamptz  NOT NULL,
    PRIMARY KEY (app_code, external_id)
);
COMMENT ON TABLE accounts.identity IS 'By which id an app knows a customer; each id names one customer';
CREATE INDEX identity_customer ON accounts.identity (customer_id, app_code);
GRANT SELECT, INSERT ON accounts.identity TO ${app_role};

CREATE TABLE accounts.account (
    id          uuid        PRIMARY KEY,
    version     bigint      NOT NULL,
    number      varchar(19) NOT NULL UNIQUE CHECK (number ~ '^[0-9]{19}$'),
    customer_id uuid        NOT NULL REFERENCES accounts.customer,
    type        varchar(3)  NOT NULL CHECK (type IN ('I', 'II', 'III')),
    currency    varchar(3)  NOT NULL CHECK (currency = 'CNY'),
    branch      varchar(5)  NOT NULL CHECK (branch ~ '^[A-Z][0-9]{4}$'),
    status      varchar(10) NOT NULL CHECK (status IN ('OPEN', 'FROZEN', 'CLOSED')),
    opened_at   timestamptz NOT NULL
);
COMMENT ON TABLE accounts.account IS 'Settlement accounts of types I, II and III';
CREATE INDEX account_customer ON accounts.account (customer_id, type);
GRANT SELECT, INSERT, UPDATE ON accounts.account TO ${app_role};

CREATE TABLE accounts.account_cap (
    type       varchar(3) NOT NULL CHECK (type IN ('I', 'II', 'III')),
    valid_from date       NOT NULL,
    most_open  int        NOT NULL CHECK (most_open >= 0),
    source     text       NOT NULL,
    PRIMARY KEY (type, valid_from)
);
COMMENT ON TABLE accounts.account_cap IS
    'How many accounts of a type one customer may hold at this bank, from which day on';
GRANT SELECT ON accounts.account_cap TO ${app_role};

INSERT INTO accounts.account_cap (type, valid_from, most_open, source) VALUES
    ('I', '2016-12-01', 1, 'PBOC 银发〔2016〕261号: one type I account a person and bank'),
    ('II', '2018-01-12', 5, 'PBOC 银发〔2018〕16号: in principle at most five'),
    ('III', '2018-01-12', 5, 'PBOC 银发〔2018〕16号: in principle at most five');

CREATE TABLE accounts.card_profile (
    customer_id              uuid          PRIMARY KEY REFERENCES accounts.customer,
    attrition                varchar(8)    NOT NULL CHECK (attrition IN ('EXISTING', 'ATTRITED')),
    age                      int           NOT NULL CHECK (age BETWEEN 0 AND 150),
    gender                   varchar(6)    NOT NULL CHECK (gender IN ('FEMALE', 'MALE')),
    dependents               int           NOT NULL CHECK (dependents >= 0),
    education                varchar(13)   NOT NULL,
    marital_status           varchar(8)    NOT NULL,
    income_band              varchar(13)   NOT NULL,
    card_category            varchar(8)    NOT NULL,
    months_on_book           int           NOT NULL CHECK (months_on_book >= 0),
    products_held            int           NOT NULL CHECK (products_held >= 0),
    months_inactive          int           NOT NULL CHECK (months_inactive BETWEEN 0 AND 12),
    contacts                 int           NOT NULL CHECK (contacts >= 0),
    credit_limit             numeric(14,2) NOT NULL CHECK (credit_limit >= 0),
    revolving_balance        numeric(14,2) NOT NULL CHECK (revolving_balance >= 0),
    average_open_to_buy      numeric(14,2) NOT NULL CHECK (average_open_to_buy >= 0),
    amount_change_q4_q1      numeric(8,3)  NOT NULL CHECK (amount_change_q4_q1 >= 0),
    transaction_amount       numeric(14,2) NOT NULL CHECK (transaction_amount >= 0),
    transaction_count        int           NOT NULL CHECK (transaction_count >= 0),
    count_change_q4_q1       numeric(8,3)  NOT NULL CHECK (count_change_q4_q1 >= 0),
    utilisation              numeric(6,3)  NOT NULL CHECK (utilisation BETWEEN 0 AND 1)
);
COMMENT ON TABLE accounts.card_profile IS
    'What the card centre knew of a customer when he was taken over: a year of use, amounts in the '
    'card currency';
GRANT SELECT, INSERT ON accounts.card_profile TO ${app_role};
