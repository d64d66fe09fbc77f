-- Paying into a goal moves money too: it has the threshold of the other family payments ready.

ALTER TABLE approvals.rule DISABLE TRIGGER approved;
INSERT INTO approvals.rule (action, version, above, checker_roles, expires_after_hours, active)
VALUES ('goal.pay-in', 0, 5000000, ',head-office-admin,', 24, false)
ON CONFLICT (action) DO NOTHING;
ALTER TABLE approvals.rule ENABLE TRIGGER approved;
