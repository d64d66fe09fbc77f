-- Two records that turn out to be one customer: what he moves between them neither comes nor goes,
-- and who looks after one looks after him.

ALTER TABLE relationship.flow ADD COLUMN other_customer_id uuid;
COMMENT ON COLUMN relationship.flow.other_customer_id IS
    'The record here on the other side, or null; when both are one customer it neither comes nor goes';

GRANT DELETE ON relationship.care TO ${app_role};
COMMENT ON TABLE relationship.care IS
    'Who looks after a customer; how it came about is told by the rows of hand_over. A merged record has none';
