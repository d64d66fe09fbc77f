-- A rate of tax decides what every invoice from its day on says: it waits for a second person.

ALTER TABLE approvals.rule DISABLE TRIGGER approved;
INSERT INTO approvals.rule (action, version, above, checker_roles, expires_after_hours, active)
VALUES
    ('invoice.set-tax-rate', 0, NULL, ',head-office-admin,', 72, true)
ON CONFLICT (action) DO NOTHING;
ALTER TABLE approvals.rule ENABLE TRIGGER approved;
