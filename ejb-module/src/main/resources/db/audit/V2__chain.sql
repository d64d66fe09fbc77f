-- What an entry changed, who let it run, and the chain that proves it. See decision 0040.

ALTER TABLE audit.entry DROP CONSTRAINT entry_outcome_check;
ALTER TABLE audit.entry DROP CONSTRAINT entry_check;
ALTER TABLE audit.entry
    ADD CONSTRAINT entry_outcome
        CHECK (outcome IN ('DONE', 'PENDING', 'REPLAYED', 'REFUSED', 'FAILED')),
    ADD CONSTRAINT entry_error
        CHECK ((outcome IN ('DONE', 'PENDING', 'REPLAYED')) = (error_code IS NULL)),
    ADD COLUMN changes  jsonb CHECK (jsonb_typeof(changes) = 'array'),
    ADD COLUMN approval uuid,
    ADD COLUMN revision bigint,
    ADD COLUMN lane     smallint CHECK (lane >= 0),
    ADD COLUMN seq      bigint CHECK (seq >= 1),
    ADD COLUMN hash     char(64);
COMMENT ON COLUMN audit.entry.changes IS
    'Values before and after, personal ones masked: [{thing, id, field, before, after}]';
COMMENT ON COLUMN audit.entry.approval IS
    'The request for approval by which it ran or for which it waits';
COMMENT ON COLUMN audit.entry.revision IS 'The revision under which the histories keep the full values';
COMMENT ON COLUMN audit.entry.lane IS 'One of the chains that grow side by side';
COMMENT ON COLUMN audit.entry.seq IS 'Place in its lane, from 1 without a gap';
COMMENT ON COLUMN audit.entry.hash IS 'audit.entry_hash over the hash before it in its lane and this row';
CREATE INDEX entry_approval ON audit.entry (approval) WHERE approval IS NOT NULL;

-- Length before content, so that no two rows have one form; null is not the empty text.
CREATE FUNCTION audit.netstring(value text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE
        WHEN value IS NULL THEN '~'
        ELSE octet_length(convert_to(value, 'UTF8')) || ':' || value
    END;
COMMENT ON FUNCTION audit.netstring(text) IS 'A value as it enters a hash: <bytes>:<text>, or ~ for null';

CREATE FUNCTION audit.entry_hash(previous text, e audit.entry) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE AS
$$
SELECT encode(sha256(convert_to(
    previous
        || audit.netstring('heyi-audit-1')
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
        || audit.netstring(e.revision::text),
    'UTF8')), 'hex')
$$;
COMMENT ON FUNCTION audit.entry_hash(text, audit.entry) IS
    'The hash that a row must have after this previous one, for whoever checks without Heyi; '
    'Heyi itself reckons outside the database';

-- Rows from before the chain are chained now, in their order, at the beginning of lane 0.
ALTER TABLE audit.entry DISABLE TRIGGER immutable;
DO
$$
DECLARE
    place    bigint := 0;
    previous text   := repeat('0', 64);
    old_row  audit.entry;
BEGIN
    FOR old_row IN SELECT * FROM audit.entry ORDER BY recorded_at, id LOOP
        place := place + 1;
        old_row.lane := 0;
        old_row.seq := place;
        previous := audit.entry_hash(previous, old_row);
        UPDATE audit.entry SET lane = 0, seq = place, hash = previous WHERE id = old_row.id;
    END LOOP;
END
$$;
-- Always: even where a session plays the replica.
ALTER TABLE audit.entry ENABLE ALWAYS TRIGGER immutable;
ALTER TABLE audit.entry
    ALTER COLUMN lane SET NOT NULL,
    ALTER COLUMN seq SET NOT NULL,
    ALTER COLUMN hash SET NOT NULL,
    ADD CONSTRAINT entry_place UNIQUE (lane, seq);

-- The lane stays taken until the transaction ends. VOLATILE, so that the last query has a snapshot
-- of its own, taken after the lock: it sees what the holder before has committed.
CREATE FUNCTION audit.take_lane(lanes int, OUT lane int, OUT last_seq bigint, OUT last_hash text)
    LANGUAGE plpgsql VOLATILE
    SET lock_timeout = '15s' AS
$$
DECLARE
    heyi      CONSTANT int := 1212504393;
    first     CONSTANT int := floor(random() * lanes);
    candidate int;
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'The trail is written in read committed transactions only'
            USING HINT = 'An older snapshot would not see the end of the lane.';
    END IF;
    FOR i IN 0 .. lanes - 1 LOOP
        candidate := (first + i) % lanes;
        IF pg_try_advisory_xact_lock(heyi, candidate) THEN
            lane := candidate;
            EXIT;
        END IF;
    END LOOP;
    IF lane IS NULL THEN
        PERFORM pg_advisory_xact_lock(heyi, first);
        lane := first;
    END IF;
    SELECT e.seq, e.hash INTO last_seq, last_hash
      FROM audit.entry e WHERE e.lane = take_lane.lane ORDER BY e.seq DESC LIMIT 1;
    IF NOT FOUND THEN
        last_seq := 0;
        last_hash := repeat('0', 64);
    END IF;
END
$$;
COMMENT ON FUNCTION audit.take_lane(int) IS
    'Takes a free lane for this transaction, or waits for one, and tells where it ends';

CREATE TABLE audit.checkpoint (
    number      bigint       PRIMARY KEY CHECK (number >= 1),
    recorded_at timestamptz  NOT NULL,
    entries     bigint       NOT NULL CHECK (entries >= 1),
    heads       json         NOT NULL,
    previous    char(64)     NOT NULL,
    hash        char(64)     NOT NULL,
    signature   varchar(200) NOT NULL,
    key_id      varchar(64)  NOT NULL
);
COMMENT ON TABLE audit.checkpoint IS
    'Where all lanes ended at a moment, chained and signed; each is exported to outside the database; immutable';
COMMENT ON COLUMN audit.checkpoint.heads IS '[{lane, seq, hash}]';
CALL shared.make_immutable('audit.checkpoint');
ALTER TABLE audit.checkpoint ENABLE ALWAYS TRIGGER immutable;
GRANT SELECT, INSERT ON audit.checkpoint TO ${app_role};

CREATE TABLE audit.verification (
    id         uuid          PRIMARY KEY,
    started_at timestamptz   NOT NULL,
    ended_at   timestamptz   NOT NULL,
    who        varchar(200)  NOT NULL,
    kind       varchar(10)   NOT NULL CHECK (kind IN ('FULL', 'RECENT')),
    sound      boolean       NOT NULL,
    entries    bigint        NOT NULL,
    lanes      int           NOT NULL,
    checkpoint bigint,
    finding    varchar(20),
    entry      uuid,
    lane       int,
    seq        bigint,
    detail     varchar(1000),
    CHECK (sound = (finding IS NULL))
);
COMMENT ON TABLE audit.verification IS
    'Every time the chain was replayed, and what was found; immutable';
COMMENT ON COLUMN audit.verification.checkpoint IS 'Number of the last checkpoint that was replayed';
CREATE INDEX verification_started_at ON audit.verification (started_at);
CALL shared.make_immutable('audit.verification');
ALTER TABLE audit.verification ENABLE ALWAYS TRIGGER immutable;
GRANT SELECT, INSERT ON audit.verification TO ${app_role};
