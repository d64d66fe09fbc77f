-- The versions of cases and deadlines keep what V5 added to them.

ALTER TABLE complaints.complaint_history
    ADD COLUMN calendar_version integer;

ALTER TABLE complaints.clock_history
    ADD COLUMN day_kind varchar(10),
    ADD COLUMN extra_days integer,
    ADD COLUMN further_days integer;
