-- What is locked is owed too: the figures of the mall add it month by month, and find it by this.

CREATE INDEX posting_locked ON mall.posting (entry_id) WHERE account = 'LOCKED';
