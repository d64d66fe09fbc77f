-- How satisfied complainants are, by what their cases were: each survey keeps what its case said when it
-- was closed, for a case may move on afterwards.

ALTER TABLE learning.survey
    ADD COLUMN product  varchar(200),
    ADD COLUMN channel  varchar(10),
    ADD COLUMN level    varchar(12),
    ADD COLUMN cause    varchar(24),
    ADD COLUMN business varchar(100);
ALTER TABLE learning.survey_history
    ADD COLUMN product  varchar(200),
    ADD COLUMN channel  varchar(10),
    ADD COLUMN level    varchar(12),
    ADD COLUMN cause    varchar(24),
    ADD COLUMN business varchar(100);
COMMENT ON COLUMN learning.survey.product IS
    'What the case was about when it was closed; null for surveys asked before this was kept, as the four that follow';
COMMENT ON COLUMN learning.survey.channel IS 'By which way the complaint came in: facet A of JR/T 0169';
COMMENT ON COLUMN learning.survey.level IS 'The level of authority that the case had reached';
COMMENT ON COLUMN learning.survey.cause IS 'Facet C of JR/T 0169, or null';
COMMENT ON COLUMN learning.survey.business IS 'Facet B of JR/T 0169, or null';

-- All that a report groups, counts or filters by.
CREATE INDEX survey_report ON learning.survey (asked_at)
    INCLUDE (branch, product, channel, level, cause, business, answered_at, satisfaction, effort);
