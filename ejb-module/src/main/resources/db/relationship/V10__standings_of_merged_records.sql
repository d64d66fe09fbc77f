-- A record that was merged into another stands for nobody. Where it stood is kept, for the two may be parted again,
-- but it is neither counted nor listed, as its customer was counted twice. Records merged before are found by the
-- next evaluation, which places everybody else.

ALTER TABLE relationship.standing ADD COLUMN merged boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN relationship.standing.merged IS
    'Whether the record lies under another, so that nobody stands here';
GRANT UPDATE (merged) ON relationship.standing TO ${app_role};
