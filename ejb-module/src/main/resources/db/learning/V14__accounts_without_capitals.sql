-- The identity provider knows no capitals, and accounts are found as it writes them. Who was stored with
-- capitals before was found by nobody: he was told nothing of what was his, and could not end it.
UPDATE learning.problem SET owner = lower(btrim(owner)), version = version + 1
 WHERE owner <> lower(btrim(owner));
UPDATE learning.action SET owner = lower(btrim(owner)), version = version + 1
 WHERE owner <> lower(btrim(owner));
UPDATE learning.win_back SET owner = lower(btrim(owner)), version = version + 1
 WHERE owner <> lower(btrim(owner));

-- What he was told for one cause in two spellings he sees twice, and is not told again.
UPDATE learning.notice n
   SET account = lower(btrim(n.account)),
       dedup_key = CASE WHEN k.place = 1 AND NOT EXISTS (SELECT FROM learning.notice o WHERE o.dedup_key = k.key)
                        THEN k.key ELSE n.dedup_key END,
       version = n.version + 1
  FROM (SELECT id, key, row_number() OVER (PARTITION BY key ORDER BY told_at, id) AS place
          FROM (SELECT id, told_at,
                       left(dedup_key, length(dedup_key) - length(account)) || lower(btrim(account)) AS key
                  FROM learning.notice
                 WHERE account <> lower(btrim(account))) AS told) AS k
 WHERE k.id = n.id;

-- He could not appeal against points that he was not told of: he may from now on, for the fifteen days that everybody
-- has unless a bank sets another number. Points that somebody could only be given or keep in another spelling stay as they are: whose they are now is not
-- for a migration to say.
UPDATE learning.violation v
   SET staff = lower(btrim(v.staff)), version = v.version + 1,
       appeal_until = CASE WHEN v.status = 'STANDING' THEN greatest(v.appeal_until, current_date + 15)
                           ELSE v.appeal_until END
 WHERE v.staff <> lower(btrim(v.staff))
   AND lower(btrim(v.staff)) <> v.given_by
   AND lower(btrim(v.staff)) IS DISTINCT FROM v.decided_by
   AND NOT EXISTS (SELECT FROM learning.violation o
                    WHERE o.id <> v.id AND lower(btrim(o.staff)) = lower(btrim(v.staff))
                      AND o.complaint_id = v.complaint_id AND o.rule = v.rule);
CREATE INDEX IF NOT EXISTS violation_account ON learning.violation (lower(staff));

ALTER TABLE learning.problem ADD CONSTRAINT problem_owner_without_capitals CHECK (owner = lower(owner));
ALTER TABLE learning.action ADD CONSTRAINT action_owner_without_capitals CHECK (owner = lower(owner));
ALTER TABLE learning.win_back ADD CONSTRAINT win_back_owner_without_capitals CHECK (owner = lower(owner));
ALTER TABLE learning.notice ADD CONSTRAINT notice_account_without_capitals CHECK (account = lower(account));
