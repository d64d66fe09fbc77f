-- The CFPB takes a consumer's feedback on a response for sixty days, so that is how long a review may be asked
-- for. Cases that began under version 1 keep it.

INSERT INTO complaints.rule_pack (code, version, zone, calendar, in_force, source, review_within_days, pauses)
SELECT code, 2, zone, calendar, in_force, source || '; a review may be asked for within these 60 days', 60, pauses
  FROM complaints.rule_pack WHERE code = 'US-CFPB' AND version = 1;
INSERT INTO complaints.deadline (code, version, kind, complexity, days, day_kind, extra_days)
SELECT code, 2, kind, complexity, days, day_kind, extra_days
  FROM complaints.deadline WHERE code = 'US-CFPB' AND version = 1;
