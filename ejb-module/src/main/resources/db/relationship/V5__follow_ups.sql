-- What managers do about those who are about to fall or rise, or about whom there is an alert; and
-- movements that were written down for alerts are let go in time.

CREATE TABLE relationship.follow_up (
    id          uuid         PRIMARY KEY,
    version     bigint       NOT NULL,
    customer_id uuid         NOT NULL,
    reason      varchar(5)   NOT NULL CHECK (reason IN ('FALL', 'RISE', 'ALERT')),
    manager     varchar(200) REFERENCES relationship.manager,
    status      varchar(7)   NOT NULL CHECK (status IN ('OPEN', 'CLAIMED', 'DONE', 'LAPSED')),
    holds       boolean      NOT NULL,
    opened_at   timestamptz  NOT NULL,
    due_on      date         NOT NULL,
    claimed_by  varchar(200),
    claimed_at  timestamptz,
    closed_at   timestamptz,
    UNIQUE (customer_id, reason),
    CHECK ((claimed_by IS NULL) = (claimed_at IS NULL)),
    CHECK ((status = 'OPEN' AND claimed_by IS NULL) OR (status = 'CLAIMED' AND claimed_by IS NOT NULL)
        OR status IN ('DONE', 'LAPSED')),
    CHECK ((status IN ('DONE', 'LAPSED')) = (closed_at IS NOT NULL)),
    CHECK (status <> 'LAPSED' OR NOT holds)
);
COMMENT ON TABLE relationship.follow_up IS
    'A customer whom somebody should speak to, and why: one row a customer and reason, opened again when the reason holds anew';
COMMENT ON COLUMN relationship.follow_up.manager IS
    'Who looks after the customer; goes with every hand-over while it is not closed';
COMMENT ON COLUMN relationship.follow_up.holds IS
    'Whether the reason held when it was looked at last; what holds on is not opened again';
COMMENT ON COLUMN relationship.follow_up.due_on IS
    'Last day on which speaking to him is in time: of a fall, the last day of the grace';
CREATE INDEX follow_up_due ON relationship.follow_up (due_on, id);
CREATE INDEX follow_up_manager ON relationship.follow_up (manager, due_on, id);
CALL shared.keep_history('relationship.follow_up', '${app_role}', 'version', 'manager');
GRANT SELECT, INSERT, UPDATE ON relationship.follow_up TO ${app_role};

CREATE TABLE relationship.follow_up_result (
    id           uuid         PRIMARY KEY,
    follow_up_id uuid         NOT NULL REFERENCES relationship.follow_up,
    customer_id  uuid         NOT NULL,
    reason       varchar(5)   NOT NULL CHECK (reason IN ('FALL', 'RISE', 'ALERT')),
    outcome      varchar(14)  NOT NULL CHECK (outcome IN
        ('KEPT', 'FELL', 'ROSE', 'LATER', 'NO_CONTACT', 'NOT_INTERESTED', 'OTHER')),
    note         varchar(500),
    opened_at    timestamptz  NOT NULL,
    due_on       date         NOT NULL,
    done_on      date         NOT NULL,
    done_at      timestamptz  NOT NULL,
    done_by      varchar(200) NOT NULL
);
COMMENT ON TABLE relationship.follow_up_result IS
    'What came of a follow-up each time that it was done; immutable';
COMMENT ON COLUMN relationship.follow_up_result.done_on IS 'The bank''s day of done_at';
CREATE INDEX follow_up_result_of ON relationship.follow_up_result (follow_up_id, done_at);
CREATE INDEX follow_up_result_customer ON relationship.follow_up_result (customer_id);
CREATE INDEX follow_up_result_day ON relationship.follow_up_result (done_on, reason, outcome);
CREATE INDEX follow_up_result_notes ON relationship.follow_up_result (done_at, id) WHERE note <> '—';
CALL shared.make_erasable('relationship.follow_up_result', 'note');
GRANT SELECT, INSERT ON relationship.follow_up_result TO ${app_role};

CREATE INDEX flow_looked_at ON relationship.flow (booked_at, movement_id) WHERE looked_at IS NOT NULL;

CREATE OR REPLACE FUNCTION relationship.erase_customer(erasure uuid) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    customer uuid := privacy.customer_of(erasure);
    touched  bigint := 0;
    n        bigint;
BEGIN
    PERFORM set_config('heyi.erasing', 'on', true);
    UPDATE relationship.tier_change SET reason = '—' WHERE customer_id = customer AND reason <> '—';
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    DELETE FROM relationship.standing WHERE customer_id = customer;
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    DELETE FROM relationship.care WHERE customer_id = customer;
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    UPDATE relationship.hand_over SET reason = '—' WHERE customer_id = customer AND reason <> '—';
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    UPDATE relationship.alert SET outcome = '—', version = version + 1
     WHERE customer_id = customer AND outcome <> '—';
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    UPDATE relationship.alert_history SET outcome = '—' WHERE customer_id = customer AND outcome <> '—';
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    DELETE FROM relationship.activity WHERE customer_id = customer;
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    DELETE FROM relationship.flow WHERE customer_id = customer;
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    UPDATE relationship.follow_up_result SET note = '—' WHERE customer_id = customer AND note <> '—';
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    UPDATE relationship.follow_up
       SET status = 'LAPSED', holds = false, closed_at = now(), version = version + 1
     WHERE customer_id = customer AND status IN ('OPEN', 'CLAIMED');
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    PERFORM set_config('heyi.erasing', '', true);
    RETURN touched;
END
$$;
COMMENT ON FUNCTION relationship.erase_customer(uuid) IS
    'Removes where the customer of an erasure stands, who looks after him, his movements and months and the '
    'words about him, and ends his follow-ups; tiers, sums a day and outcomes stay by his id';

CREATE OR REPLACE FUNCTION relationship.forget_manager_words(before timestamptz, most integer) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    touched bigint := 0;
    n       bigint;
BEGIN
    PERFORM privacy.require_over('manager-words', before);
    PERFORM set_config('heyi.erasing', 'on', true);
    UPDATE relationship.hand_over SET reason = '—'
     WHERE id IN (
        SELECT old.id FROM relationship.hand_over old
         WHERE old.reason <> '—' AND old.handed_at < before
         ORDER BY old.handed_at, old.id LIMIT most);
    GET DIAGNOSTICS touched = ROW_COUNT;
    UPDATE relationship.alert SET outcome = '—', version = version + 1
     WHERE id IN (
        SELECT old.id FROM relationship.alert old
         WHERE old.outcome <> '—' AND old.handled_at < before
         ORDER BY old.handled_at, old.id LIMIT most - touched);
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    UPDATE relationship.alert_history h SET outcome = '—'
     WHERE h.ctid = ANY (ARRAY(
        SELECT old.ctid FROM relationship.alert_history old
         WHERE old.outcome <> '—' AND old.handled_at < before
         ORDER BY old.handled_at, old.id LIMIT most - touched));
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    UPDATE relationship.follow_up_result SET note = '—'
     WHERE id IN (
        SELECT old.id FROM relationship.follow_up_result old
         WHERE old.note <> '—' AND old.done_at < before
         ORDER BY old.done_at, old.id LIMIT most - touched);
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    PERFORM set_config('heyi.erasing', '', true);
    RETURN touched;
END
$$;
COMMENT ON FUNCTION relationship.forget_manager_words(timestamptz, integer) IS
    'Empties reasons of hand-overs, outcomes of alerts and notes of follow-ups from before a time; '
    'who, when and how much stays';

CREATE FUNCTION relationship.forget_flows(before timestamptz, most integer) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    touched bigint;
BEGIN
    PERFORM privacy.require_over('customer-flows', before);
    DELETE FROM relationship.flow
     WHERE (movement_id, customer_id) IN (
        SELECT old.movement_id, old.customer_id FROM relationship.flow old
         WHERE old.looked_at IS NOT NULL AND old.booked_at < before
         ORDER BY old.booked_at, old.movement_id LIMIT most);
    GET DIAGNOSTICS touched = ROW_COUNT;
    RETURN touched;
END
$$;
COMMENT ON FUNCTION relationship.forget_flows(timestamptz, integer) IS
    'Removes movements from before a time that were summed up for alerts; the ledger and the alerts keep theirs';
REVOKE ALL ON FUNCTION relationship.forget_flows(timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION relationship.forget_flows(timestamptz, integer) TO ${app_role};
