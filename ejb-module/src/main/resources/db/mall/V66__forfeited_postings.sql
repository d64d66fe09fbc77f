-- Of a hold that is spent in part the rest may be forfeited, which is not redeemed: the figures of
-- the mall take it off month by month, and find it by this.

CREATE INDEX posting_forfeited ON mall.posting (entry_id) WHERE account = 'FORFEITED';
