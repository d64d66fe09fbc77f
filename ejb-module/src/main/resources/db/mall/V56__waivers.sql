-- Points of a reversed grant that had been spent and could not be taken were given up. Should they
-- come back, by a cancelled order or a hold that is let go, they are forfeited: nobody keeps points
-- whose ground has gone.

CREATE TABLE mall.waiver (
    lot_id   uuid   NOT NULL REFERENCES mall.lot,
    entry_id uuid   NOT NULL REFERENCES mall.ledger_entry,
    points   bigint NOT NULL CHECK (points <> 0),
    PRIMARY KEY (lot_id, entry_id)
);
COMMENT ON TABLE mall.waiver IS
    'What was given up when the grant of a lot was reversed (above zero), and what of it came back and was forfeited (below); immutable';
CALL shared.make_immutable('mall.waiver');
GRANT SELECT, INSERT ON mall.waiver TO ${app_role};
