-- Opening an account and its upgrade to type I can wait for a second person, where a bank wants it.

ALTER TABLE approvals.rule DISABLE TRIGGER approved;
INSERT INTO approvals.rule (action, version, above, checker_roles, expires_after_hours, active)
VALUES
    ('account.open',    0, NULL, ',head-office-admin,operator,', 72, false),
    ('account.upgrade', 0, NULL, ',head-office-admin,operator,', 72, false)
ON CONFLICT (action) DO NOTHING;
ALTER TABLE approvals.rule ENABLE TRIGGER approved;
