-- The identity provider knows no capitals, and accounts are found as it writes them. Who was stored with
-- capitals before was found by nobody: he had neither his level nor the tasks and cases by his name.

-- Of one person who was stored twice the record stays that was set last; the other one's versions stay.
DO
$$
DECLARE
    twice record;
BEGIN
    FOR twice IN
        SELECT account
          FROM (SELECT account,
                       row_number() OVER (
                           PARTITION BY lower(btrim(account))
                           ORDER BY (SELECT max(h.revision) FROM complaints.desk_member_history h
                                      WHERE h.account = m.account) DESC NULLS LAST, account DESC) AS place
                  FROM complaints.desk_member m) AS ordered
         WHERE place > 1
    LOOP
        RAISE NOTICE 'The desk member % was set again later and goes', twice.account;
        DELETE FROM complaints.desk_member WHERE account = twice.account;
    END LOOP;
END
$$;
UPDATE complaints.desk_member
   SET account = lower(btrim(account)), substitute = lower(btrim(substitute)), version = version + 1
 WHERE account <> lower(btrim(account)) OR substitute <> lower(btrim(substitute));
UPDATE complaints.complaint SET handler = lower(btrim(handler)), version = version + 1
 WHERE handler <> lower(btrim(handler));
UPDATE complaints.task SET owner = lower(btrim(owner)), version = version + 1
 WHERE owner <> lower(btrim(owner));

ALTER TABLE complaints.desk_member
    ADD CONSTRAINT desk_member_without_capitals
        CHECK (account = lower(account) AND substitute = lower(substitute));
ALTER TABLE complaints.task
    ADD CONSTRAINT task_owner_without_capitals CHECK (owner = lower(owner));
