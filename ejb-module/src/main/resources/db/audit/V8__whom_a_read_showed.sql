-- Which customers an answer showed, whether one was asked for, a list, or what belongs to them.

ALTER TABLE audit.entry ADD COLUMN shown uuid[] CHECK (cardinality(shown) > 0);
COMMENT ON COLUMN audit.entry.shown IS 'The customers whose data a read showed, by id, in order; chained';

CREATE OR REPLACE FUNCTION audit.entry_hash(previous text, e audit.entry) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE AS
$$
SELECT encode(sha256(convert_to(
    previous
        || audit.netstring(CASE WHEN e.shown IS NOT NULL THEN 'heyi-audit-3'
                                WHEN e.versions IS NOT NULL THEN 'heyi-audit-2'
                                ELSE 'heyi-audit-1' END)
        || audit.netstring(e.lane::text)
        || audit.netstring(e.seq::text)
        || audit.netstring(e.id::text)
        || audit.netstring(trunc(extract(epoch FROM e.recorded_at) * 1000000)::text)
        || audit.netstring(e.who)
        || audit.netstring(e.roles)
        || audit.netstring(e.branch)
        || audit.netstring(e.address)
        || audit.netstring(e.channel)
        || audit.netstring(e.request_id)
        || audit.netstring(e.module)
        || audit.netstring(e.action)
        || audit.netstring(e.target)
        || audit.netstring(e.reason)
        || audit.netstring(e.change::text)
        || audit.netstring(e.outcome)
        || audit.netstring(e.error_code)
        || audit.netstring(e.changes::text)
        || audit.netstring(e.approval::text)
        || audit.netstring(e.revision::text)
        || CASE WHEN e.versions IS NOT NULL OR e.shown IS NOT NULL
                THEN audit.netstring(e.versions) ELSE '' END
        || CASE WHEN e.shown IS NOT NULL THEN audit.netstring(e.shown::text) ELSE '' END,
    'UTF8')), 'hex')
$$;
