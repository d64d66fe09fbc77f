-- Closing an account waits for a second person; what moves money can, and has its thresholds ready.

ALTER TABLE approvals.rule DISABLE TRIGGER approved;
INSERT INTO approvals.rule (action, version, above, checker_roles, expires_after_hours, active)
VALUES
    ('account.close',    0, NULL,    ',head-office-admin,operator,', 72, true),
    ('movement.book',    0, 5000000, ',head-office-admin,',          24, false),
    ('movement.reverse', 0, NULL,    ',head-office-admin,',          24, false);
ALTER TABLE approvals.rule ENABLE TRIGGER approved;
