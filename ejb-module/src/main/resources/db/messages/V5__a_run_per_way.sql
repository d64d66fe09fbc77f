-- Each way has its own run, so that one that hangs delays no other; what one way refuses goes another.
ALTER TABLE messages.message
    ADD COLUMN way           varchar(10) CHECK (way IN ('SMS', 'EMAIL', 'APP')),
    ADD COLUMN refused       varchar(30),
    ADD COLUMN failing_since timestamptz;
COMMENT ON COLUMN messages.message.way IS 'By which it is to go, as was last looked; null until somebody has';
COMMENT ON COLUMN messages.message.refused IS 'The ways that refused it for good, separated by commas';
COMMENT ON COLUMN messages.message.failing_since IS 'Since when its tries fail; it is given up after days of that';
DROP INDEX messages.message_due;
CREATE INDEX message_due ON messages.message (way, next_attempt_at, id) WHERE status = 'QUEUED';
