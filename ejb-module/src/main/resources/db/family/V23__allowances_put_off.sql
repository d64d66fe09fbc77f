-- What a limit of the day keeps from being paid is tried again on the next days.

ALTER TABLE family.allowance
    ADD COLUMN put_off_to date,
    ADD COLUMN put_offs integer NOT NULL DEFAULT 0 CHECK (put_offs >= 0),
    ADD CONSTRAINT allowance_put_off CHECK ((put_off_to IS NULL) = (put_offs = 0));
COMMENT ON COLUMN family.allowance.put_off_to IS
    'From which day on what is due on next_on is tried again, when a limit of the day stopped it; or null';
COMMENT ON COLUMN family.allowance.put_offs IS 'How often what is due on next_on was put off';
ALTER TABLE family.allowance_history
    ADD COLUMN put_off_to date,
    ADD COLUMN put_offs integer;
