-- Who gives what to whom, and who belongs to which household, stays as it was said: the application may
-- change only how it fares, and empty the words that a family chose.

REVOKE UPDATE ON family.household, family.member, family.allowance, family.spending_limit, family.task,
    family.goal FROM ${app_role};
GRANT UPDATE (version, name) ON family.household TO ${app_role};
GRANT UPDATE (version, left_on) ON family.member TO ${app_role};
GRANT UPDATE (version, ends_on, next_on, put_off_to, put_offs, active) ON family.allowance TO ${app_role};
GRANT UPDATE (version, household_id, per_payment, per_day, set_by, active)
    ON family.spending_limit TO ${app_role};
GRANT UPDATE (version, title, status, decided_at, movement_id) ON family.task TO ${app_role};
GRANT UPDATE (version, title, given_up) ON family.goal TO ${app_role};
