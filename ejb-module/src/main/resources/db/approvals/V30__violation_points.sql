-- Points for a member of the staff wait for a second person, as do the rules by which they are given.

ALTER TABLE approvals.rule DISABLE TRIGGER approved;
INSERT INTO approvals.rule (action, version, above, checker_roles, expires_after_hours, active)
VALUES
    ('violation.give',          0, NULL, ',head-office-admin,', 72, true),
    ('violation.set-rule',      0, NULL, ',head-office-admin,', 72, true),
    ('violation.set-threshold', 0, NULL, ',head-office-admin,', 72, true)
ON CONFLICT (action) DO NOTHING;
ALTER TABLE approvals.rule ENABLE TRIGGER approved;
