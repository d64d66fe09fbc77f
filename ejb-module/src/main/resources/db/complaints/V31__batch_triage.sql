-- Triage of many cases at once: what words or, without any, the facets of a case suggest, written down
-- slice by slice.

CREATE TABLE complaints.issue_cause (
    issue  varchar(200) PRIMARY KEY,
    cause  varchar(24)  NOT NULL CHECK (cause IN
        ('SERVICE_ATTITUDE', 'FACILITIES', 'RULES_PROCESS', 'MARKETING', 'DISCLOSURE', 'RETURNS',
         'CHOICE', 'CONTRACT_TERMS', 'FUND_SAFETY', 'INFORMATION_SAFETY'))
);
COMMENT ON TABLE complaints.issue_cause IS
    'The cause of JR/T 0169 that an issue of the CFPB''s taxonomy points to, as Heyi reads the two; used where closed cases do not tell; immutable';
INSERT INTO complaints.issue_cause (issue, cause) VALUES
    ('Incorrect information on your report', 'INFORMATION_SAFETY'),
    ('Improper use of your report', 'INFORMATION_SAFETY'),
    ('Credit monitoring or identity theft protection services', 'INFORMATION_SAFETY'),
    ('Identity theft protection or other monitoring services', 'INFORMATION_SAFETY'),
    ('Problem with fraud alerts or security freezes', 'INFORMATION_SAFETY'),
    ('Threatened to contact someone or share information improperly', 'INFORMATION_SAFETY'),
    ('Fraud or scam', 'FUND_SAFETY'),
    ('Unauthorized transactions or other transaction problem', 'FUND_SAFETY'),
    ('Problem with a purchase shown on your statement', 'FUND_SAFETY'),
    ('Problem with a lender or other company charging your account', 'FUND_SAFETY'),
    ('Lost or stolen check', 'FUND_SAFETY'),
    ('Lost or stolen money order', 'FUND_SAFETY'),
    ('Wrong amount charged or received', 'FUND_SAFETY'),
    ('Can''t stop withdrawals from your bank account', 'FUND_SAFETY'),
    ('Trouble using the card', 'FACILITIES'),
    ('Trouble using your card', 'FACILITIES'),
    ('Trouble during payment process', 'FACILITIES'),
    ('Problem when making payments', 'FACILITIES'),
    ('Problem adding money', 'FACILITIES'),
    ('Managing, opening, or closing your mobile wallet account', 'FACILITIES'),
    ('Loan payment wasn''t credited to your account', 'FACILITIES'),
    ('Problem with customer service', 'SERVICE_ATTITUDE'),
    ('Communication tactics', 'SERVICE_ATTITUDE'),
    ('Dealing with your lender or servicer', 'SERVICE_ATTITUDE'),
    ('Can''t contact lender or servicer', 'SERVICE_ATTITUDE'),
    ('Advertising', 'MARKETING'),
    ('Advertising and marketing, including promotional offers', 'MARKETING'),
    ('Confusing or misleading advertising or marketing', 'MARKETING'),
    ('False statements or representation', 'MARKETING'),
    ('Confusing or missing disclosures', 'DISCLOSURE'),
    ('Unexpected or other fees', 'DISCLOSURE'),
    ('Charged fees or interest you didn''t expect', 'DISCLOSURE'),
    ('Incorrect exchange rate', 'DISCLOSURE'),
    ('Written notification about debt', 'DISCLOSURE'),
    ('Fees or interest', 'CONTRACT_TERMS'),
    ('Excessive fees', 'CONTRACT_TERMS'),
    ('Problems at the end of the loan or lease', 'CONTRACT_TERMS'),
    ('Problem with the payoff process at the end of the loan', 'CONTRACT_TERMS'),
    ('Managing the loan or lease', 'CONTRACT_TERMS'),
    ('Problem with additional add-on products or services', 'CHOICE'),
    ('Getting a credit card', 'RULES_PROCESS'),
    ('Opening an account', 'RULES_PROCESS'),
    ('Closing an account', 'RULES_PROCESS'),
    ('Closing your account', 'RULES_PROCESS'),
    ('Closing on a mortgage', 'RULES_PROCESS'),
    ('Applying for a mortgage or refinancing an existing mortgage', 'RULES_PROCESS'),
    ('Getting a loan', 'RULES_PROCESS'),
    ('Getting a loan or lease', 'RULES_PROCESS'),
    ('Getting the loan', 'RULES_PROCESS'),
    ('Getting a line of credit', 'RULES_PROCESS'),
    ('Problem getting a card or closing an account', 'RULES_PROCESS'),
    ('Was approved for a loan, but didn''t receive the money', 'RULES_PROCESS'),
    ('Money was not available when promised', 'RULES_PROCESS'),
    ('Problem caused by your funds being low', 'RULES_PROCESS'),
    ('Problem with overdraft', 'RULES_PROCESS'),
    ('Attempts to collect debt not owed', 'RULES_PROCESS'),
    ('Took or threatened to take negative or legal action', 'RULES_PROCESS'),
    ('Struggling to pay mortgage', 'RULES_PROCESS'),
    ('Struggling to pay your bill', 'RULES_PROCESS'),
    ('Struggling to pay your loan', 'RULES_PROCESS'),
    ('Struggling to repay your loan', 'RULES_PROCESS'),
    ('Credit limit changed', 'RULES_PROCESS'),
    ('Unable to get your credit report or credit score', 'RULES_PROCESS'),
    ('Problem with a credit reporting company''s investigation into an existing problem', 'RULES_PROCESS'),
    ('Problem with a company''s investigation into an existing problem', 'RULES_PROCESS'),
    ('Problem with a company''s investigation into an existing issue', 'RULES_PROCESS');
CALL shared.make_immutable('complaints.issue_cause');
GRANT SELECT ON complaints.issue_cause TO ${app_role};

CREATE TABLE complaints.triage_batch (
    id           uuid         PRIMARY KEY,
    version      integer      NOT NULL,
    scope        varchar(10)  NOT NULL CHECK (scope IN ('OPEN', 'ALL')),
    status       varchar(10)  NOT NULL CHECK (status IN ('QUEUED', 'RUNNING', 'FINISHED', 'FAILED')),
    requested_by varchar(200) NOT NULL,
    requested_at timestamptz  NOT NULL,
    finished_at  timestamptz,
    last_id      uuid,
    total        bigint       NOT NULL CHECK (total >= 0),
    done         bigint       NOT NULL CHECK (done >= 0),
    by_words     bigint       NOT NULL CHECK (by_words >= 0),
    by_facets    bigint       NOT NULL CHECK (by_facets >= 0),
    no_words     bigint       NOT NULL CHECK (no_words >= 0),
    unknown      bigint       NOT NULL CHECK (unknown >= 0),
    trouble      varchar(60),
    CHECK ((status IN ('FINISHED', 'FAILED')) = (finished_at IS NOT NULL)),
    CHECK (done = by_words + by_facets + no_words + unknown)
);
COMMENT ON TABLE complaints.triage_batch IS
    'Triage of many cases: a slice a transaction, in order of their ids, so that one broken off goes on after last_id';
COMMENT ON COLUMN complaints.triage_batch.total IS 'Cases that there were when it was asked for';
COMMENT ON COLUMN complaints.triage_batch.no_words IS 'Cases of which nothing was suggested: they have no words, and no closed case has their facets';
COMMENT ON COLUMN complaints.triage_batch.unknown IS 'Cases of which nothing was suggested although they have words: no model knows any of them';
CREATE INDEX triage_batch_requested ON complaints.triage_batch (requested_at, id);
CREATE UNIQUE INDEX triage_batch_one_at_a_time ON complaints.triage_batch ((true))
    WHERE status IN ('QUEUED', 'RUNNING');
GRANT SELECT, INSERT, UPDATE ON complaints.triage_batch TO ${app_role};

CREATE TABLE complaints.triage_facet (
    batch_id uuid         NOT NULL REFERENCES complaints.triage_batch,
    product  varchar(200) NOT NULL,
    issue    varchar(200) NOT NULL,
    target   varchar(10)  NOT NULL CHECK (target IN ('CAUSE', 'SEVERITY', 'RESOLUTION')),
    label    varchar(24)  NOT NULL,
    cases    bigint       NOT NULL CHECK (cases > 0),
    of       bigint       NOT NULL CHECK (of >= cases),
    PRIMARY KEY (batch_id, product, issue, target)
);
COMMENT ON TABLE complaints.triage_facet IS
    'What closed cases of one product and issue mostly were, when a batch began; how involved they were only of cases that the desk settled itself';
GRANT SELECT, INSERT ON complaints.triage_facet TO ${app_role};

CREATE TABLE complaints.triaged (
    complaint_id uuid        PRIMARY KEY REFERENCES complaints.complaint,
    batch_id     uuid        NOT NULL REFERENCES complaints.triage_batch,
    basis        varchar(10) NOT NULL CHECK (basis IN ('WORDS', 'FACETS', 'NONE')),
    alike        bigint      NOT NULL CHECK (alike >= 0),
    triaged_at   timestamptz NOT NULL
);
COMMENT ON TABLE complaints.triaged IS 'What the batch that came last found of a case';
COMMENT ON COLUMN complaints.triaged.alike IS 'Closed cases of the same product and issue';
CREATE INDEX triaged_batch ON complaints.triaged (batch_id, basis);
GRANT SELECT, INSERT, UPDATE ON complaints.triaged TO ${app_role};

CREATE TABLE complaints.triage_suggestion (
    complaint_id uuid         NOT NULL REFERENCES complaints.complaint,
    target       varchar(10)  NOT NULL CHECK (target IN ('PRODUCT', 'ISSUE', 'CAUSE', 'SEVERITY', 'RESOLUTION')),
    batch_id     uuid         NOT NULL REFERENCES complaints.triage_batch,
    label        varchar(200) NOT NULL,
    basis        varchar(10)  NOT NULL CHECK (basis IN ('WORDS', 'FACETS', 'TAXONOMY')),
    permille     integer      CHECK (permille BETWEEN 0 AND 1000),
    model_id     uuid         REFERENCES complaints.triage_model,
    cases        bigint       CHECK (cases > 0),
    PRIMARY KEY (complaint_id, target),
    CHECK ((basis = 'WORDS') = (model_id IS NOT NULL)),
    CHECK ((basis = 'FACETS') = (cases IS NOT NULL)),
    CHECK ((basis = 'TAXONOMY') = (permille IS NULL))
);
COMMENT ON TABLE complaints.triage_suggestion IS
    'What the batch that came last suggests for a case, and on what: its words, the closed cases of its facets, or the taxonomies';
COMMENT ON COLUMN complaints.triage_suggestion.cases IS 'Closed cases of the same product and issue that it is taken from';
GRANT SELECT, INSERT, UPDATE, DELETE ON complaints.triage_suggestion TO ${app_role};

CREATE INDEX complaint_facets ON complaints.complaint (product, issue, received_at)
    WHERE status = 'CLOSED';
