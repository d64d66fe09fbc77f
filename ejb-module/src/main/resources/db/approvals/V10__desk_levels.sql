-- Who is raised to a level may give what the level may: as much a matter for two as the level's limits.

ALTER TABLE approvals.rule DISABLE TRIGGER approved;
INSERT INTO approvals.rule (action, version, above, checker_roles, expires_after_hours, active)
VALUES ('desk-member.set', 0, 0, ',head-office-admin,', 72, true)
ON CONFLICT (action) DO NOTHING;
ALTER TABLE approvals.rule ENABLE TRIGGER approved;
