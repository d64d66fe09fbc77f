-- Another rule moves thousands of customers, and a tier by hand is a favour: a second person looks.

ALTER TABLE approvals.rule DISABLE TRIGGER approved;
INSERT INTO approvals.rule (action, version, above, checker_roles, expires_after_hours, active)
VALUES
    ('tier.set-rules',   0, NULL, ',head-office-admin,', 72, true),
    ('tier.set-by-hand', 0, NULL, ',head-office-admin,operator,', 72, true)
ON CONFLICT (action) DO NOTHING;
ALTER TABLE approvals.rule ENABLE TRIGGER approved;
