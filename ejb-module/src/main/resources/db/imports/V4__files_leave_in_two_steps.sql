-- A file goes in two steps, for database and disk share no transaction: its runs say first that it
-- is to go, and that it is gone only once it is.

ALTER TABLE imports.run ADD COLUMN file_leaves_at timestamptz;
UPDATE imports.run SET file_leaves_at = file_deleted_at;
ALTER TABLE imports.run ADD CONSTRAINT what_is_gone_had_to_go
    CHECK (file_deleted_at IS NULL OR file_leaves_at IS NOT NULL);
COMMENT ON COLUMN imports.run.file_leaves_at IS
    'Since when the uploaded file is to go; whoever stops between this and file_deleted_at is repeated';
CREATE INDEX run_leaving ON imports.run (stored_file)
    WHERE file_leaves_at IS NOT NULL AND file_deleted_at IS NULL;
CREATE INDEX run_file ON imports.run (stored_file);
