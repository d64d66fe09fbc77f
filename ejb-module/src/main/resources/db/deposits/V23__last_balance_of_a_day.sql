-- What lay in an account at the end of a day, for many accounts at once.

CREATE INDEX posting_day ON deposits.posting (account_id, booked_on, seq) WHERE account_id IS NOT NULL;
