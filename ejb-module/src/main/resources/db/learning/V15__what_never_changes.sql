-- What a cause, a problem, an action, points, a failure, a winning back or a survey is about, and by whom and why it
-- was begun, stays so: the application may change only how it fares.

REVOKE UPDATE ON learning.cause, learning.case_cause, learning.problem, learning.problem_case, learning.action,
    learning.violation, learning.second_failure, learning.win_back, learning.survey FROM ${app_role};
GRANT UPDATE (version, parent, name, description, retired_on) ON learning.cause TO ${app_role};
GRANT UPDATE (version, cause, set_by, set_at) ON learning.case_cause TO ${app_role};
GRANT UPDATE (version, title, description, owner, cause, status, closed_at, conclusion)
    ON learning.problem TO ${app_role};
GRANT UPDATE (version, parted_by, parted_at, parted_why) ON learning.problem_case TO ${app_role};
GRANT UPDATE (version, due_on, status, round, evidence, done_by, done_at, check_on, dropped_why)
    ON learning.action TO ${app_role};
GRANT UPDATE (version, status, grounds, appealed_at, decision, decided_by, decided_at)
    ON learning.violation TO ${app_role};
GRANT UPDATE (version, handled_by, handled_at, handling) ON learning.second_failure TO ${app_role};
GRANT UPDATE (version, outcome, result, done_by, done_at, again_at) ON learning.win_back TO ${app_role};
GRANT UPDATE (version, reached, satisfaction, effort, remark, answered_at, entered_by)
    ON learning.survey TO ${app_role};
