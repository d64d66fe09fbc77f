-- What people made of what product and issue suggested, so that it is known how often it is right.

CREATE TABLE complaints.triage_hint_decision (
    id           uuid         PRIMARY KEY,
    complaint_id uuid         NOT NULL REFERENCES complaints.complaint,
    hint         varchar(10)  NOT NULL CHECK (hint IN ('CAUSE', 'SEVERITY', 'RESOLUTION')),
    label        varchar(200) NOT NULL,
    basis        varchar(10)  NOT NULL CHECK (basis IN ('FACETS', 'TAXONOMY')),
    permille     integer      CHECK (permille BETWEEN 0 AND 1000),
    batch_id     uuid         NOT NULL REFERENCES complaints.triage_batch,
    accepted     boolean      NOT NULL,
    decided_by   varchar(200) NOT NULL,
    decided_at   timestamptz  NOT NULL,
    UNIQUE (complaint_id, hint, label),
    CHECK ((basis = 'TAXONOMY') = (permille IS NULL))
);
COMMENT ON TABLE complaints.triage_hint_decision IS
    'What people made of suggestions by product and issue, once for each label of a case; immutable';
COMMENT ON COLUMN complaints.triage_hint_decision.batch_id IS 'The batch that suggested it';
CREATE INDEX triage_hint_decision_figures ON complaints.triage_hint_decision (hint, basis, accepted);
CALL shared.make_immutable('complaints.triage_hint_decision');
GRANT SELECT, INSERT ON complaints.triage_hint_decision TO ${app_role};
