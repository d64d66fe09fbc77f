-- A limit for each target is none where the target is the maker's choice: who gives gift cards names another
-- customer each time. A rule says now by what amounts add up.

ALTER TABLE approvals.rule ADD COLUMN adds_up_by varchar(10) NOT NULL DEFAULT 'TARGET'
    CHECK (adds_up_by IN ('TARGET', 'MAKER'));
COMMENT ON COLUMN approvals.rule.within_hours IS
    'How far back what the same maker did alone counts too; null: each call for itself';
COMMENT ON COLUMN approvals.rule.adds_up_by IS
    'Where amounts add up: TARGET what the maker did to the same target, MAKER what he did to any';
GRANT UPDATE (adds_up_by) ON approvals.rule TO ${app_role};
COMMENT ON COLUMN approvals.request.together IS
    'How heavy it is with what its maker did alone before, as far as that counted by the rule';

-- The hours that a bank has set itself it keeps; that they count target by target was never its choice.
ALTER TABLE approvals.rule DISABLE TRIGGER approved;
UPDATE approvals.rule
   SET adds_up_by = 'MAKER',
       within_hours = CASE WHEN approval IS NULL THEN coalesce(within_hours, 24) ELSE within_hours END,
       version = version + 1
 WHERE action IN ('gift-card.issue', 'gift-card.replace', 'gift-card.reactivate') AND above IS NOT NULL;
ALTER TABLE approvals.rule ENABLE TRIGGER approved;
