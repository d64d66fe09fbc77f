-- What complainants are given waits for a second person above a threshold; so does a change of who
-- may give how much.

ALTER TABLE approvals.rule DISABLE TRIGGER approved;
INSERT INTO approvals.rule (action, version, above, checker_roles, expires_after_hours, active)
VALUES
    ('complaint.compensate',    0, 100000, ',head-office-admin,', 72, true),
    ('complaint.give-points',   0, 10000,  ',head-office-admin,', 72, true),
    ('complaint.set-authority', 0, NULL,   ',head-office-admin,', 72, true)
ON CONFLICT (action) DO NOTHING;
ALTER TABLE approvals.rule ENABLE TRIGGER approved;
