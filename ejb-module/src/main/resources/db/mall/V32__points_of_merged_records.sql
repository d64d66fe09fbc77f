-- Points move between two records of one person, and back when the two are parted.

ALTER TABLE mall.lot ADD COLUMN moved_from uuid REFERENCES mall.lot;
COMMENT ON COLUMN mall.lot.moved_from IS
    'The lot under another record of the same person that its points come from';
CREATE INDEX lot_moved_from ON mall.lot (moved_from) WHERE moved_from IS NOT NULL;

-- Other migrations add kinds too: what is allowed by now stays allowed.
CREATE PROCEDURE mall.also_allow(relation regclass, rule name, what text)
    LANGUAGE plpgsql AS
$$
DECLARE
    before text;
BEGIN
    SELECT pg_get_expr(conbin, conrelid) INTO STRICT before
      FROM pg_constraint WHERE conrelid = relation AND conname = rule;
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', relation, rule);
    EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I CHECK ((%s) OR %s)', relation, rule, before, what);
END
$$;
CALL mall.also_allow('mall.lot', 'lot_source_check', $$source = 'MOVED'$$);
CALL mall.also_allow('mall.ledger_entry', 'ledger_entry_kind_check', $$kind IN ('MERGE_OUT', 'MERGE_IN')$$);
DROP PROCEDURE mall.also_allow;
ALTER TABLE mall.lot ADD CONSTRAINT lot_moved_check CHECK ((source = 'MOVED') = (moved_from IS NOT NULL));

CREATE TABLE mall.record_move (
    id        uuid         PRIMARY KEY,
    from_id   uuid         NOT NULL REFERENCES mall.points_account,
    into_id   uuid         NOT NULL REFERENCES mall.points_account,
    out_entry uuid         NOT NULL UNIQUE REFERENCES mall.ledger_entry,
    in_entry  uuid         NOT NULL UNIQUE REFERENCES mall.ledger_entry,
    points    bigint       NOT NULL CHECK (points > 0),
    back      boolean      NOT NULL,
    moved_at  timestamptz  NOT NULL,
    moved_by  varchar(200) NOT NULL,
    CHECK (from_id <> into_id)
);
COMMENT ON TABLE mall.record_move IS
    'Points that moved between two records of one person: the two entries; immutable';
COMMENT ON COLUMN mall.record_move.back IS
    'Whether they went back to the record that they came from, because the two were parted';
CREATE INDEX record_move_from ON mall.record_move (from_id);
CREATE INDEX record_move_into ON mall.record_move (into_id);
CALL shared.make_immutable('mall.record_move');
GRANT SELECT, INSERT ON mall.record_move TO ${app_role};
