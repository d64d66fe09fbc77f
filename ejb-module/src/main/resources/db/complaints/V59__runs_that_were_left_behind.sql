-- Trainings and triages of many cases go on when the server that worked on them has vanished: any other takes
-- them up once their lease has run out.

ALTER TABLE complaints.triage_run
    ADD COLUMN held_until  timestamptz,
    ADD COLUMN begun       integer NOT NULL DEFAULT 0 CHECK (begun >= 0),
    ADD COLUMN taken_up    integer NOT NULL DEFAULT 0 CHECK (taken_up >= 0),
    ADD COLUMN taken_up_at timestamptz,
    ADD CHECK ((taken_up = 0) = (taken_up_at IS NULL));
UPDATE complaints.triage_run SET held_until = coalesce(finished_at, requested_at);
ALTER TABLE complaints.triage_run ALTER COLUMN held_until SET NOT NULL;
COMMENT ON COLUMN complaints.triage_run.held_until IS
    'Until then it counts as worked on, after what was done last; a step that takes longer holds the row';
COMMENT ON COLUMN complaints.triage_run.begun IS 'Jobs that began with it since it last came forward';
COMMENT ON COLUMN complaints.triage_run.taken_up IS 'How often it was taken up after it had been left behind';

ALTER TABLE complaints.triage_batch
    ADD COLUMN held_until  timestamptz,
    ADD COLUMN begun       integer NOT NULL DEFAULT 0 CHECK (begun >= 0),
    ADD COLUMN taken_up    integer NOT NULL DEFAULT 0 CHECK (taken_up >= 0),
    ADD COLUMN taken_up_at timestamptz,
    ADD CHECK ((taken_up = 0) = (taken_up_at IS NULL));
UPDATE complaints.triage_batch SET held_until = coalesce(finished_at, requested_at);
ALTER TABLE complaints.triage_batch ALTER COLUMN held_until SET NOT NULL;
COMMENT ON COLUMN complaints.triage_batch.held_until IS
    'Until then it counts as worked on, after what was done last; a slice that takes longer holds the row';
COMMENT ON COLUMN complaints.triage_batch.begun IS 'Jobs that began with it since it last came forward';
COMMENT ON COLUMN complaints.triage_batch.taken_up IS 'How often it was taken up after it had been left behind';

GRANT UPDATE (held_until, begun, taken_up, taken_up_at) ON complaints.triage_run TO ${app_role};
GRANT UPDATE (held_until, begun, taken_up, taken_up_at) ON complaints.triage_batch TO ${app_role};
