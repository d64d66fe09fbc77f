-- The versions of what changes here. Columns are as in the record itself, but may be empty, so that
-- personal ones can be cleared when a person is erased. What was there before is kept as revision 0.

CREATE TABLE mall.item_history AS TABLE mall.item WITH NO DATA;
ALTER TABLE mall.item_history
    DROP COLUMN version,
    DROP COLUMN stock,
    ADD COLUMN revision bigint NOT NULL,
    ADD COLUMN revision_kind smallint NOT NULL CHECK (revision_kind IN (0, 1, 2)),
    ADD PRIMARY KEY (id, revision);
COMMENT ON TABLE mall.item_history IS
    'Versions of mall.item: as added (0), changed (1), deleted (2) in a revision; immutable';
INSERT INTO mall.item_history
SELECT id, sku, name, price, status, created_at,
       0, 0
  FROM mall.item;
CALL shared.make_immutable('mall.item_history');
GRANT SELECT, INSERT ON mall.item_history TO ${app_role};
