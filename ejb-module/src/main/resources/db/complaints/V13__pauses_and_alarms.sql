-- Clocks that stand still while the complainant owes something, and alarms before a deadline.

ALTER TABLE complaints.rule_pack ADD COLUMN pauses boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN complaints.rule_pack.pauses IS
    'Whether days on which the bank waits for the complainant do not count';

INSERT INTO complaints.rule_pack (code, version, zone, calendar, in_force, source, review_within_days, pauses)
SELECT code, 2, zone, calendar, in_force,
       source || '；等待投诉人补充材料期间不计入期限为参数，未见原文确认', review_within_days, true
  FROM complaints.rule_pack WHERE code IN ('CN-2020-3', 'CN-OLD') AND version = 1;
INSERT INTO complaints.deadline (code, version, kind, complexity, days, day_kind, extra_days)
SELECT code, 2, kind, complexity, days, day_kind, extra_days
  FROM complaints.deadline WHERE code IN ('CN-2020-3', 'CN-OLD') AND version = 1;

ALTER TABLE complaints.clock
    ADD COLUMN pauses boolean NOT NULL DEFAULT false,
    ADD COLUMN paused_at timestamptz,
    ADD COLUMN paused_days integer NOT NULL DEFAULT 0 CHECK (paused_days >= 0),
    ADD CHECK (paused_at IS NULL OR pauses);
COMMENT ON COLUMN complaints.clock.paused_at IS 'Since when it stands still, or null';
COMMENT ON COLUMN complaints.clock.paused_days IS
    'Days that did not count because it stood still from midnight to midnight; recomputed from the steps';
ALTER TABLE complaints.clock_history
    ADD COLUMN pauses boolean,
    ADD COLUMN paused_at timestamptz,
    ADD COLUMN paused_days integer;

CREATE TABLE complaints.alarm (
    clock_id     uuid        NOT NULL REFERENCES complaints.clock,
    days_before  integer     NOT NULL CHECK (days_before >= 0),
    complaint_id uuid        NOT NULL REFERENCES complaints.complaint,
    raised_at    timestamptz NOT NULL,
    moved_up     boolean     NOT NULL,
    PRIMARY KEY (clock_id, days_before)
);
COMMENT ON TABLE complaints.alarm IS
    'Alarms raised before a deadline, each once; immutable';
CREATE INDEX alarm_complaint ON complaints.alarm (complaint_id);
CALL shared.make_immutable('complaints.alarm');
GRANT SELECT, INSERT ON complaints.alarm TO ${app_role};
CREATE INDEX clock_running ON complaints.clock (due_at) WHERE met IS NULL AND paused_at IS NULL;
