-- A payment that is declined again because it is tried again is told once.

ALTER TABLE family.notice ADD COLUMN attempt varchar(64);
COMMENT ON COLUMN family.notice.attempt IS
    'Hash that names a declined payment, the same for each try of it; null when tries cannot be told';
CREATE UNIQUE INDEX notice_attempt ON family.notice (attempt) WHERE attempt IS NOT NULL;
COMMENT ON INDEX family.notice_attempt IS 'A declined payment is told once, however often it is tried';
