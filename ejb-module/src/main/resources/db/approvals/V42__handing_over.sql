-- A whole portfolio that changes hands is a favour to one manager and a loss to another: a second
-- person looks. From which sum on a manager is told, and what counts as lost, decide what everybody sees.

ALTER TABLE approvals.rule DISABLE TRIGGER approved;
INSERT INTO approvals.rule (action, version, above, checker_roles, expires_after_hours, active)
VALUES
    ('manager.hand-over',   0, NULL, ',head-office-admin,', 72, true),
    ('alert.set-threshold', 0, NULL, ',head-office-admin,', 72, true),
    ('retention.define',    0, NULL, ',head-office-admin,', 72, true)
ON CONFLICT (action) DO NOTHING;
ALTER TABLE approvals.rule ENABLE TRIGGER approved;
