-- Who got no question can not answer it: whether a survey reached him who was asked.

ALTER TABLE learning.survey ADD COLUMN reached boolean NOT NULL DEFAULT true;
ALTER TABLE learning.survey_history ADD COLUMN reached boolean;
COMMENT ON COLUMN learning.survey.reached IS
    'Whether the question was handed over to the app, the mail server or the gateway, or he answered; true for surveys asked before this was kept';

-- All that a report groups, counts or filters by.
DROP INDEX learning.survey_report;
CREATE INDEX survey_report ON learning.survey (asked_at)
    INCLUDE (branch, product, channel, level, cause, business, reached, answered_at, satisfaction, effort);
