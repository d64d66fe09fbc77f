-- A call that a complainant was promised is a task of his case, with a time; it ends with what came of it.

ALTER TABLE complaints.task
    ALTER COLUMN department DROP NOT NULL,
    ADD COLUMN kind    varchar(4)  NOT NULL DEFAULT 'ASK' CHECK (kind IN ('ASK', 'CALL')),
    ADD COLUMN call_at timestamptz,
    ADD COLUMN outcome varchar(12) CHECK (outcome IN ('REACHED', 'NOT_REACHED')),
    ADD CHECK ((kind = 'ASK') = (department IS NOT NULL)),
    ADD CHECK ((kind = 'CALL') = (call_at IS NOT NULL)),
    ADD CHECK ((outcome IS NOT NULL) = (kind = 'CALL' AND done_at IS NOT NULL));
ALTER TABLE complaints.task_history
    ADD COLUMN kind    varchar(4),
    ADD COLUMN call_at timestamptz,
    ADD COLUMN outcome varchar(12);
COMMENT ON TABLE complaints.task IS
    'What departments and branches are asked to do for a case, and what they answer; calls that were promised, and what came of them';
COMMENT ON COLUMN complaints.task.kind IS 'ASK: somebody is asked for something; CALL: the complainant was promised a call';
COMMENT ON COLUMN complaints.task.department IS 'Who is asked; none for a call';
COMMENT ON COLUMN complaints.task.due_on IS 'The last day; of a call its day in the bank''s zone';
COMMENT ON COLUMN complaints.task.call_at IS 'When the call was promised for; trying again is a task of its own';
COMMENT ON COLUMN complaints.task.outcome IS 'Whether the call reached him';
GRANT UPDATE (outcome) ON complaints.task TO ${app_role};

-- The calls that nobody is named for are those of whoever is in charge.
CREATE INDEX task_call_open ON complaints.task (due_on, call_at, id)
    WHERE done_at IS NULL AND kind = 'CALL' AND owner IS NULL AND branch IS NULL;
