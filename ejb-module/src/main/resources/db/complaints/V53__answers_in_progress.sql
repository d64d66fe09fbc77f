-- Cases of the bank's own desk that wait for their first answer under rules that know a final one may be answered
-- that they are in progress, as those that begin from now on.

UPDATE complaints.clock k
   SET further_days = last.days - first.days
  FROM complaints.complaint c
  JOIN complaints.deadline first
    ON first.code = c.rule_pack AND first.version = c.rule_version AND first.kind = 'ANSWER'
   AND first.complexity = c.complexity
  JOIN complaints.deadline last
    ON last.code = c.rule_pack AND last.version = c.rule_version AND last.kind = 'FINAL'
   AND last.complexity = c.complexity
 WHERE k.complaint_id = c.id AND k.kind = 'ANSWER' AND k.met IS NULL;

COMMENT ON COLUMN complaints.clock.further_days IS
    'Days by which its last day may still be put off, once; under rules that know a final answer by a clock for that';
