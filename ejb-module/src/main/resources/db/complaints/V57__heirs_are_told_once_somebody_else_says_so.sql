-- An heir who is named is told instead of the complainant only once somebody else than who named him has said so; and
-- that somebody speaks for a complainant can end.

ALTER TABLE complaints.party
    ADD COLUMN told_since timestamptz,
    ADD COLUMN told_by    varchar(200),
    ADD COLUMN ended_at   timestamptz,
    ADD COLUMN ended_by   varchar(200);
COMMENT ON COLUMN complaints.party.told_since IS
    'Since when an heir is told instead of the complainant: of several the latest who can be reached';
COMMENT ON COLUMN complaints.party.told_by IS
    'Who said so; ''-'' for those who were told from the moment they were named, as it was before';
COMMENT ON COLUMN complaints.party.ended_at IS 'Since when he speaks for the complainant no more';

-- Whoever is told now stays so until somebody ends it.
UPDATE complaints.party SET told_since = added_at, told_by = '-' WHERE role = 'HEIR' AND contact IS NOT NULL;

ALTER TABLE complaints.party
    ADD CONSTRAINT party_told_is_an_heir CHECK (told_since IS NULL OR role = 'HEIR'),
    ADD CONSTRAINT party_told_by_somebody CHECK ((told_since IS NULL) = (told_by IS NULL)),
    ADD CONSTRAINT party_told_by_another CHECK (lower(told_by) <> lower(added_by)),
    ADD CONSTRAINT party_ended_by_somebody CHECK ((ended_at IS NULL) = (ended_by IS NULL));
