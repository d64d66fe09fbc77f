-- What a migration has paid into an account is asked for by the movement, for each line of a statement.

CREATE INDEX move_paid_in ON winddown.move (entry_id) WHERE outcome = 'DEPOSITED';
COMMENT ON INDEX winddown.move_paid_in IS 'Whether a movement of the deposit ledger belongs to a migration';
