-- What a campaign may spend, and that it begins to, waits for a second person.

ALTER TABLE approvals.rule DISABLE TRIGGER approved;
INSERT INTO approvals.rule (action, version, above, checker_roles, expires_after_hours, active)
VALUES
    ('campaign.set-budget', 0, NULL, ',head-office-admin,', 72, true),
    ('campaign.start',      0, NULL, ',head-office-admin,', 72, true)
ON CONFLICT (action) DO NOTHING;
ALTER TABLE approvals.rule ENABLE TRIGGER approved;
