-- A record that was merged into another stands for nobody. Where it stood is kept, for the two may be parted again,
-- but it is neither counted nor listed, as its customer was counted twice.

ALTER TABLE relationship.standing ADD COLUMN merged boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN relationship.standing.merged IS
    'Whether the record lies under another, so that nobody stands here';
GRANT UPDATE (merged) ON relationship.standing TO ${app_role};

-- Everybody who is served is placed each day: whoever was placed neither for the last day nor for the one before
-- was merged. The next evaluation puts right whom this takes wrongly.
UPDATE relationship.standing SET merged = true, version = version + 1
 WHERE evaluated_for < (SELECT max(evaluated_for) FROM relationship.standing) - 1;
