-- Which records were merged today is asked every few minutes.

CREATE INDEX customer_merge_decided ON accounts.customer_merge (decided_at);
