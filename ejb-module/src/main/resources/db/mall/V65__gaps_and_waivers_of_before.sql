-- What was booked before the books were proved as they are now.

-- Numbers of entries that were taken and never written: an earning that was undone took one before
-- it found that there was nothing to write. None is added any more.
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

-- What was given up when a grant was reversed, before that was kept: what the grant gave, less what
-- was taken and what the customer has lost of it himself. Later reversals have written it, or the
-- customer owes it.
WITH RECURSIVE reversed AS (
    SELECT r.id AS entry_id, r.customer_id, l.lot_id,
           -g.amount - coalesce(t.amount, 0) AS missing
      FROM mall.ledger_entry r
      JOIN mall.posting g ON g.entry_id = r.reverses AND g.account IN ('ISSUED', 'ADJUSTED')
      JOIN mall.posting l ON l.entry_id = r.reverses AND l.account IN ('CUSTOMER', 'LOCKED')
      LEFT JOIN mall.posting t ON t.entry_id = r.id AND t.account IN ('ISSUED', 'ADJUSTED')
     WHERE r.kind = 'REVOKE'
       AND r.recorded_at < (SELECT h.installed_on FROM mall.flyway_schema_history h WHERE h.version = '56')
       AND -g.amount > coalesce(t.amount, 0)),
of AS (
    SELECT r.entry_id, r.customer_id, r.lot_id AS id FROM reversed r
     UNION ALL
    SELECT o.entry_id, o.customer_id, l.id
      FROM of o JOIN mall.lot l ON l.restored_from = o.id AND l.customer_id = o.customer_id),
lost AS (
    SELECT o.entry_id, -p.amount AS points
      FROM of o
      JOIN mall.posting p ON p.lot_id = o.id
      JOIN mall.ledger_entry e ON e.id = p.entry_id AND e.kind = 'EXPIRE'
     UNION ALL
    SELECT o.entry_id, f.amount
      FROM of o JOIN mall.refund f ON f.lot_id = o.id AND f.decision = 'FORFEITED')
INSERT INTO mall.waiver (lot_id, entry_id, points)
SELECT r.lot_id, r.entry_id, r.missing - coalesce(l.points, 0)
  FROM reversed r
  LEFT JOIN (SELECT entry_id, sum(points) AS points FROM lost GROUP BY entry_id) l
    ON l.entry_id = r.entry_id
 WHERE r.missing > coalesce(l.points, 0);
