-- Redress adds up in its own case. How many cases a customer has is the choice of whoever records them, so what
-- one maker gives alone within a day, in whatever cases, counts together as well.

-- The hours that a bank has set itself it keeps; that they count case by case was never its choice.
ALTER TABLE approvals.rule DISABLE TRIGGER approved;
UPDATE approvals.rule
   SET adds_up_by = 'MAKER',
       within_hours = CASE WHEN approval IS NULL THEN coalesce(within_hours, 24) ELSE within_hours END,
       version = version + 1
 WHERE action IN ('complaint.compensate', 'complaint.give-points') AND above IS NOT NULL;
ALTER TABLE approvals.rule ENABLE TRIGGER approved;
COMMENT ON COLUMN approvals.request.together IS
    'How heavy it is with what its maker did alone before, as far as that counted by the rule, or with what stands '
    'already in what it is about, whichever is more';
