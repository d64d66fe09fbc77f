-- Numbers of entries that were taken and never written before gaps were looked for: an earning that was undone took
-- one before it found that there was nothing to write. None is added any more. What was given up of grants reversed
-- before waivers were kept is not sought: the books do not tell it from what a customer owes, and nobody is to lose
-- points by a guess.
CREATE TABLE mall.entry_gap (
    customer_id uuid   NOT NULL REFERENCES mall.points_account,
    entry_no    bigint NOT NULL CHECK (entry_no > 0),
    PRIMARY KEY (customer_id, entry_no)
);
COMMENT ON TABLE mall.entry_gap IS
    'Numbers that a customer''s entries leave out, known before gaps were looked for; immutable';
INSERT INTO mall.entry_gap (customer_id, entry_no)
SELECT a.customer_id, n.entry_no
  FROM mall.points_account a
  LEFT JOIN (SELECT customer_id, count(*) AS entries FROM mall.ledger_entry GROUP BY customer_id) e
    ON e.customer_id = a.customer_id
 CROSS JOIN LATERAL generate_series(1, a.entries) AS n (entry_no)
 WHERE a.entries > coalesce(e.entries, 0)
   AND NOT EXISTS (SELECT FROM mall.ledger_entry x
                    WHERE x.customer_id = a.customer_id AND x.entry_no = n.entry_no);
CALL shared.make_immutable('mall.entry_gap');
GRANT SELECT ON mall.entry_gap TO ${app_role};
