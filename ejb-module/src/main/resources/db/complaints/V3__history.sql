-- The versions of what changes here. Columns are as in the record itself, but may be empty, so that
-- personal ones can be cleared when a person is erased. What was there before is kept as revision 0.

CREATE TABLE complaints.complaint_history AS TABLE complaints.complaint WITH NO DATA;
ALTER TABLE complaints.complaint_history
    DROP COLUMN version,
    ADD COLUMN revision bigint NOT NULL,
    ADD COLUMN revision_kind smallint NOT NULL CHECK (revision_kind IN (0, 1, 2)),
    ADD PRIMARY KEY (id, revision);
COMMENT ON TABLE complaints.complaint_history IS
    'Versions of complaints.complaint: as added (0), changed (1), deleted (2) in a revision; immutable';
INSERT INTO complaints.complaint_history
SELECT id, number, status, channel, source, external_ref, branch, customer_id, complainant_name,
       complainant_contact, narrative, product, sub_product, issue, sub_issue, complexity,
       received_at, recorded_at, rule_pack, rule_version, due_at, due_on, open, ticking, handler,
       handler_name, cause, business, department, finding, resolution, measures, answer,
       answer_channel, answered_at, satisfaction, root_cause, closed_at, on_time, step_count,
       0, 0
  FROM complaints.complaint;
CALL shared.make_immutable('complaints.complaint_history');
GRANT SELECT, INSERT ON complaints.complaint_history TO ${app_role};

CREATE TABLE complaints.clock_history AS TABLE complaints.clock WITH NO DATA;
ALTER TABLE complaints.clock_history
    ADD COLUMN revision bigint NOT NULL,
    ADD COLUMN revision_kind smallint NOT NULL CHECK (revision_kind IN (0, 1, 2)),
    ADD PRIMARY KEY (id, revision);
COMMENT ON TABLE complaints.clock_history IS
    'Versions of complaints.clock: as added (0), changed (1), deleted (2) in a revision; immutable';
INSERT INTO complaints.clock_history
SELECT id, complaint_id, kind, started_at, due_at, due_on, days, stopped_at, met,
       0, 0
  FROM complaints.clock;
CALL shared.make_immutable('complaints.clock_history');
GRANT SELECT, INSERT ON complaints.clock_history TO ${app_role};
