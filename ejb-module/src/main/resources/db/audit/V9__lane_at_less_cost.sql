-- Taking a lane at less cost: each connection tries the same lane first, so that connections of a pool
-- seldom meet; and how long to wait is set only by who must wait.
CREATE OR REPLACE FUNCTION audit.take_lane(lanes int, OUT lane int, OUT last_seq bigint, OUT last_hash text)
    LANGUAGE plpgsql VOLATILE AS
$$
DECLARE
    heyi     CONSTANT int := 1212504393;
    first    CONSTANT int := pg_backend_pid() % lanes;
    patience text;
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'The trail is written in read committed transactions only'
            USING HINT = 'An older snapshot would not see the end of the lane.';
    END IF;
    lane := first;
    WHILE NOT pg_try_advisory_xact_lock(heyi, lane) LOOP
        lane := (lane + 1) % lanes;
        IF lane = first THEN
            patience := current_setting('lock_timeout');
            PERFORM set_config('lock_timeout', '15s', true);
            PERFORM pg_advisory_xact_lock(heyi, first);
            PERFORM set_config('lock_timeout', patience, true);
            EXIT;
        END IF;
    END LOOP;
    SELECT e.seq, e.hash INTO last_seq, last_hash
      FROM audit.entry e WHERE e.lane = take_lane.lane ORDER BY e.seq DESC LIMIT 1;
    IF NOT FOUND THEN
        last_seq := 0;
        last_hash := repeat('0', 64);
    END IF;
END
$$;
