-- Uniting two customers mixes what two records hold: a second person looks, both ways.

ALTER TABLE approvals.rule DISABLE TRIGGER approved;
INSERT INTO approvals.rule (action, version, above, checker_roles, expires_after_hours, active)
VALUES
    ('customer.merge',   0, NULL, ',head-office-admin,operator,', 72, true),
    ('customer.unmerge', 0, NULL, ',head-office-admin,operator,', 72, true)
ON CONFLICT (action) DO NOTHING;
ALTER TABLE approvals.rule ENABLE TRIGGER approved;
