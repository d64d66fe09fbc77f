-- Whom a tier, a manager, an alert, a follow-up or a month of activity is about stays so, and so does what an
-- alert was raised by: the application may change only how they fare.

REVOKE UPDATE ON relationship.standing, relationship.manager, relationship.care, relationship.alert,
    relationship.activity, relationship.follow_up FROM ${app_role};
GRANT UPDATE (version, tier, since, earned, grace_until, hand_until, hand_reason, assets, activity, points,
    next_percent, rules_from, evaluated_for) ON relationship.standing TO ${app_role};
GRANT UPDATE (version, name, active, absent_from, absent_until, substitute)
    ON relationship.manager TO ${app_role};
GRANT UPDATE (manager, since) ON relationship.care TO ${app_role};
GRANT UPDATE (version, manager, amount, movements, status, opened_at, seen_at, seen_by, handled_at,
    handled_by, outcome) ON relationship.alert TO ${app_role};
GRANT UPDATE (next_month, cohort, active) ON relationship.activity TO ${app_role};
GRANT UPDATE (version, manager, status, holds, opened_at, due_on, claimed_by, claimed_at, closed_at)
    ON relationship.follow_up TO ${app_role};
