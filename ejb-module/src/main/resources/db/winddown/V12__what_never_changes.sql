-- What was announced of the end of an app stays so: the application may change only how far it has come.

REVOKE UPDATE ON winddown.plan FROM ${app_role};
GRANT UPDATE (version, status, frozen_at, migrating_at, ended_at, run_id) ON winddown.plan TO ${app_role};
