-- A deadline that was moved is another deadline: its points alarm anew.

ALTER TABLE complaints.alarm ADD COLUMN due_on date;
ALTER TABLE complaints.alarm DISABLE TRIGGER immutable;
-- What was raised before its point of today's deadline was raised for an earlier one; which is not known,
-- only that it is over.
UPDATE complaints.alarm a
   SET due_on = CASE WHEN a.raised_at >= k.due_at - a.days_before * interval '1 day'
                     THEN k.due_on ELSE k.due_on - 1 END
  FROM complaints.clock k WHERE k.id = a.clock_id;
ALTER TABLE complaints.alarm ENABLE TRIGGER immutable;
ALTER TABLE complaints.alarm
    ALTER COLUMN due_on SET NOT NULL,
    DROP CONSTRAINT alarm_pkey,
    ADD PRIMARY KEY (clock_id, days_before, due_on);
COMMENT ON COLUMN complaints.alarm.due_on IS 'The last day of the deadline that was near';
COMMENT ON TABLE complaints.alarm IS
    'Alarms raised before a deadline, each once for every last day that it had; immutable';
