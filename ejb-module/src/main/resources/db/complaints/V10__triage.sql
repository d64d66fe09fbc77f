-- What the desk learns from its closed cases, and what people made of its suggestions.

CREATE TABLE complaints.triage_run (
    id           uuid         PRIMARY KEY,
    version      integer      NOT NULL,
    status       varchar(10)  NOT NULL CHECK (status IN ('QUEUED', 'RUNNING', 'FINISHED', 'FAILED')),
    requested_by varchar(200) NOT NULL,
    requested_at timestamptz  NOT NULL,
    finished_at  timestamptz,
    done         integer      NOT NULL CHECK (done >= 0),
    total        integer      NOT NULL CHECK (total > 0),
    learned_from bigint       NOT NULL DEFAULT 0,
    trouble      varchar(60),
    CHECK ((status IN ('FINISHED', 'FAILED')) = (finished_at IS NOT NULL))
);
COMMENT ON TABLE complaints.triage_run IS 'Trainings of the suggestions: a target a transaction, so that one broken off goes on where it was';
CREATE INDEX triage_run_requested ON complaints.triage_run (requested_at, id);
CREATE UNIQUE INDEX triage_run_one_at_a_time ON complaints.triage_run ((true)) WHERE status IN ('QUEUED', 'RUNNING');
GRANT SELECT, INSERT, UPDATE ON complaints.triage_run TO ${app_role};

CREATE SEQUENCE complaints.triage_model_seq;
GRANT USAGE ON SEQUENCE complaints.triage_model_seq TO ${app_role};
CREATE TABLE complaints.triage_model (
    id          uuid        PRIMARY KEY,
    run_id      uuid        NOT NULL REFERENCES complaints.triage_run,
    number      integer     NOT NULL UNIQUE,
    target      varchar(10) NOT NULL CHECK (target IN ('PRODUCT', 'ISSUE', 'CAUSE', 'SEVERITY')),
    trained_at  timestamptz NOT NULL,
    learned     integer     NOT NULL,
    labels      integer     NOT NULL,
    words       integer     NOT NULL,
    tried       integer     NOT NULL,
    accuracy    integer     NOT NULL CHECK (accuracy BETWEEN 0 AND 1000),
    macro_f1    integer     NOT NULL CHECK (macro_f1 BETWEEN 0 AND 1000),
    top3        integer     NOT NULL CHECK (top3 BETWEEN 0 AND 1000),
    majority    integer     NOT NULL CHECK (majority BETWEEN 0 AND 1000),
    alike       integer     NOT NULL CHECK (alike BETWEEN 0 AND 1000),
    bytes       bytea       NOT NULL,
    UNIQUE (run_id, target)
);
COMMENT ON TABLE complaints.triage_model IS
    'Models that suggest, by target; the newest suggests. Figures in thousandths, on the latest fifth of the cases, held apart; immutable';
COMMENT ON COLUMN complaints.triage_model.majority IS 'Accuracy of always naming the commonest label';
COMMENT ON COLUMN complaints.triage_model.alike IS 'Accuracy of asking the ten most similar cases';
CREATE INDEX triage_model_target ON complaints.triage_model (target, number);
CALL shared.make_immutable('complaints.triage_model');
GRANT SELECT, INSERT ON complaints.triage_model TO ${app_role};

CREATE TABLE complaints.triage_decision (
    id           uuid         PRIMARY KEY,
    complaint_id uuid         NOT NULL REFERENCES complaints.complaint,
    target       varchar(10)  NOT NULL CHECK (target IN ('PRODUCT', 'ISSUE', 'CAUSE', 'SEVERITY')),
    model_id     uuid         NOT NULL REFERENCES complaints.triage_model,
    suggested    varchar(200) NOT NULL,
    permille     integer      NOT NULL CHECK (permille BETWEEN 0 AND 1000),
    accepted     boolean      NOT NULL,
    decided_by   varchar(200) NOT NULL,
    decided_at   timestamptz  NOT NULL,
    UNIQUE (complaint_id, target, model_id)
);
COMMENT ON TABLE complaints.triage_decision IS 'What people made of suggestions; immutable';
CREATE INDEX triage_decision_model ON complaints.triage_decision (model_id);
CALL shared.make_immutable('complaints.triage_decision');
GRANT SELECT, INSERT ON complaints.triage_decision TO ${app_role};

CREATE TABLE complaints.grave_word (
    word varchar(40) PRIMARY KEY,
    sign varchar(20) NOT NULL CHECK (sign IN ('LIFE', 'FRAUD', 'REGULATOR', 'PRESS', 'VULNERABLE', 'DATA'))
);
COMMENT ON TABLE complaints.grave_word IS 'Words that make a complaint grave whatever it is about, and of what they are a sign; immutable';
INSERT INTO complaints.grave_word (word, sign) VALUES
    ('自杀', 'LIFE'), ('自殺', 'LIFE'), ('轻生', 'LIFE'), ('suicide', 'LIFE'), ('kill myself', 'LIFE'),
    ('诈骗', 'FRAUD'), ('詐騙', 'FRAUD'), ('盗刷', 'FRAUD'), ('盜刷', 'FRAUD'), ('fraud', 'FRAUD'),
    ('identity theft', 'FRAUD'), ('scam', 'FRAUD'), ('被骗', 'FRAUD'),
    ('监管', 'REGULATOR'), ('金监局', 'REGULATOR'), ('银保监', 'REGULATOR'), ('起诉', 'REGULATOR'),
    ('律师', 'REGULATOR'), ('lawsuit', 'REGULATOR'), ('attorney', 'REGULATOR'), ('regulator', 'REGULATOR'),
    ('媒体', 'PRESS'), ('曝光', 'PRESS'), ('记者', 'PRESS'), ('newspaper', 'PRESS'), ('journalist', 'PRESS'),
    ('老人', 'VULNERABLE'), ('残疾', 'VULNERABLE'), ('未成年', 'VULNERABLE'), ('disabled', 'VULNERABLE'),
    ('elderly', 'VULNERABLE'), ('servicemember', 'VULNERABLE'),
    ('个人信息泄露', 'DATA'), ('信息泄露', 'DATA'), ('隐私', 'DATA'), ('data breach', 'DATA');
CALL shared.make_immutable('complaints.grave_word');
GRANT SELECT ON complaints.grave_word TO ${app_role};

CREATE INDEX complaint_learned ON complaints.complaint (received_at DESC, id)
    WHERE status = 'CLOSED' AND narrative IS NOT NULL AND NOT texts_erased;
