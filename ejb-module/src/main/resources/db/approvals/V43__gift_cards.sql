-- Money on a card that nobody is named on is cash: above 500 yuan a second person looks, and what one
-- maker does within a day adds up. How long cards last is what the law is about.

ALTER TABLE approvals.rule DISABLE TRIGGER approved;
INSERT INTO approvals.rule
    (action, version, above, within_hours, checker_roles, expires_after_hours, active)
VALUES
    ('gift-card.issue',      0, 50000, 24,   ',head-office-admin,', 72, true),
    ('gift-card.replace',    0, 50000, NULL, ',head-office-admin,', 72, true),
    ('gift-card.reactivate', 0, 50000, NULL, ',head-office-admin,', 72, true),
    ('gift-card.set-rule',   0, NULL,  NULL, ',head-office-admin,', 72, true)
ON CONFLICT (action) DO NOTHING;
ALTER TABLE approvals.rule ENABLE TRIGGER approved;
