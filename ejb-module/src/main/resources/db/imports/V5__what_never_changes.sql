-- Which file was loaded as what, and on whose behalf, stays so: the application may change only how far a run has
-- come, and that its file goes.

REVOKE UPDATE ON imports.run FROM ${app_role};
GRANT UPDATE (version, status, started_at, finished_at, runner, file_leaves_at, file_deleted_at, read_bytes,
    rows_read, loaded, unchanged, rejected, message) ON imports.run TO ${app_role};
