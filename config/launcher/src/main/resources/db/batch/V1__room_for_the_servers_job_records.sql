-- Payara keeps the records of Jakarta Batch here (executions, checkpoints), so that a job can be
-- resumed after the server was killed. It makes the tables itself, as the application's role.
COMMENT ON SCHEMA batch IS 'Records of Jakarta Batch, made and kept by the application server';
GRANT USAGE, CREATE ON SCHEMA batch TO ${app_role};
