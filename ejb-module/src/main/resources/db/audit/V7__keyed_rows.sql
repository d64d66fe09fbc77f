-- Beside the chain, which anybody can reckon, each row carries what only the holder of a key outside
-- the database can: see decision 0047.

ALTER TABLE audit.entry
    ADD COLUMN mac text CHECK (mac ~ '^[0-9a-f]{16}:[0-9a-f]{64}$');
COMMENT ON COLUMN audit.entry.mac IS
    '<key>:<HMAC-SHA-256 of the hash>; null only for rows from before audit.begin-keys';
ALTER TABLE audit.verification
    ADD COLUMN mac text CHECK (mac ~ '^[0-9a-f]{16}:[0-9a-f]{64}$');
COMMENT ON COLUMN audit.verification.mac IS
    '<key>:<HMAC-SHA-256 of all other columns>; without it the row counts for nothing';
CREATE INDEX entry_unkeyed ON audit.entry (lane, seq) WHERE mac IS NULL;
