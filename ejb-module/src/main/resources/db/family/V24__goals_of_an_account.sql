-- An account has one goal at a time, which is looked for when another is set.

CREATE INDEX goal_account ON family.goal (account_id) WHERE NOT given_up;
COMMENT ON INDEX family.goal_account IS 'Whether there is a goal for an account; older data may have several';
