-- A membership that was ended before it began has no day, so the next one may begin on its first:
-- who takes back a renewal that was none of his can still renew.

ALTER TABLE promotions.membership DROP CONSTRAINT membership_customer_id_starts_on_key;
CREATE UNIQUE INDEX membership_once_from_a_day ON promotions.membership (customer_id, starts_on)
    WHERE ended_on IS NULL OR ended_on >= starts_on;
CREATE INDEX membership_customer ON promotions.membership (customer_id, starts_on);
