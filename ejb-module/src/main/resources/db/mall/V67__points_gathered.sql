-- What gave points is taken back wherever they have gone: into lots in which they were restored, or
-- that lie under another record of the same person. Lots are followed down by these two columns.

CREATE INDEX lot_restored_from ON mall.lot (restored_from) WHERE restored_from IS NOT NULL;

COMMENT ON COLUMN mall.record_move.back IS
    'Whether they went back to the record that they came from, because the two were parted or what had given them was taken back';
