-- The end of an app concerns thousands of customers: each of its steps waits for a second person.

ALTER TABLE approvals.rule DISABLE TRIGGER approved;
INSERT INTO approvals.rule (action, version, above, checker_roles, expires_after_hours, active)
VALUES
    ('app.announce-closing',  0, NULL, ',head-office-admin,', 72, true),
    ('app.freeze',            0, NULL, ',head-office-admin,', 72, true),
    ('app.migrate',           0, NULL, ',head-office-admin,', 72, true),
    ('app.settle-refunds',    0, NULL, ',head-office-admin,', 72, true),
    ('app.close',             0, NULL, ',head-office-admin,', 72, true),
    ('app.call-off-closing',  0, NULL, ',head-office-admin,', 72, true),
    ('app.set-notice',        0, NULL, ',head-office-admin,', 72, true)
ON CONFLICT (action) DO NOTHING;
ALTER TABLE approvals.rule ENABLE TRIGGER approved;
