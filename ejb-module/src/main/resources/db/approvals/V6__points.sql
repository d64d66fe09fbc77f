-- Corrections of points wait for a second person, whatever they weigh, and so do the rules and
-- figures that they are kept by. Transfers and holds have their threshold ready.

ALTER TABLE approvals.rule DISABLE TRIGGER approved;
INSERT INTO approvals.rule (action, version, above, checker_roles, expires_after_hours, active)
VALUES
    ('points.adjust',          0, NULL,  ',head-office-admin,', 72, true),
    ('points.reverse-grant',   0, NULL,  ',head-office-admin,', 72, true),
    ('points.set-expiry-rule', 0, NULL,  ',head-office-admin,', 72, true),
    ('points.set-liability',   0, NULL,  ',head-office-admin,', 72, true),
    ('points.transfer',        0, 10000, ',head-office-admin,', 72, false),
    ('points.hold',            0, 10000, ',head-office-admin,', 72, false)
-- A bank that has set one of them itself keeps it.
ON CONFLICT (action) DO NOTHING;
ALTER TABLE approvals.rule ENABLE TRIGGER approved;
