-- Two apps may know one person before anybody has verified him, and he may register after the apps' files came:
-- what apps say is looked through as the register is, and a resident ID that an app knows is kept with it.

ALTER TABLE accounts.app_claim ADD COLUMN resident_id varchar(18);
COMMENT ON COLUMN accounts.app_claim.resident_id IS 'The resident ID that the app knows, when nobody was registered with it';
CREATE INDEX app_claim_resident_id ON accounts.app_claim (resident_id) WHERE resident_id IS NOT NULL;
CREATE INDEX app_claim_phone ON accounts.app_claim (phone) WHERE phone IS NOT NULL;
CREATE INDEX app_claim_birth_date ON accounts.app_claim (birth_date) WHERE birth_date IS NOT NULL;
CREATE INDEX app_claim_name_form ON accounts.app_claim (lower(replace(name, ' ', '')));

ALTER TABLE accounts.match_suggestion ADD COLUMN resident_id_how varchar(10);
COMMENT ON COLUMN accounts.match_suggestion.resident_id_how IS
    'How the resident IDs fit, when both records show one; null of what was suggested before they were kept';
ALTER TABLE accounts.match_suggestion_history ADD COLUMN resident_id_how varchar(10);
