-- A limit ends when the child leaves those who set it.

ALTER TABLE family.spending_limit ADD COLUMN active boolean NOT NULL DEFAULT true;
COMMENT ON COLUMN family.spending_limit.active IS
    'False once the child has left the household; true again when a guardian sets it anew';
ALTER TABLE family.spending_limit_history ADD COLUMN active boolean;
