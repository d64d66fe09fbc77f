-- What waits about somebody who is erased is closed: nobody is left whom one would call.

CREATE OR REPLACE FUNCTION relationship.erase_customer(erasure uuid) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    customer uuid := privacy.customer_of(erasure);
    touched  bigint := 0;
    n        bigint;
BEGIN
    PERFORM set_config('heyi.erasing', 'on', true);
    -- Movements, alerts, follow-ups: in the order in which the look at movements holds them.
    DELETE FROM relationship.flow WHERE customer_id = customer;
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    UPDATE relationship.alert
       SET outcome = '—', version = version + 1, status = 'HANDLED',
           seen_at = coalesce(seen_at, now()), handled_at = coalesce(handled_at, now())
     WHERE customer_id = customer AND (outcome <> '—' OR status <> 'HANDLED');
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    UPDATE relationship.alert_history SET outcome = '—' WHERE customer_id = customer AND outcome <> '—';
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    UPDATE relationship.follow_up
       SET status = 'LAPSED', holds = false, closed_at = now(), version = version + 1
     WHERE customer_id = customer AND status IN ('OPEN', 'CLAIMED');
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    UPDATE relationship.follow_up_result SET note = '—' WHERE customer_id = customer AND note <> '—';
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    UPDATE relationship.tier_change SET reason = '—' WHERE customer_id = customer AND reason <> '—';
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    DELETE FROM relationship.standing WHERE customer_id = customer;
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    DELETE FROM relationship.care WHERE customer_id = customer;
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    UPDATE relationship.hand_over SET reason = '—' WHERE customer_id = customer AND reason <> '—';
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    DELETE FROM relationship.activity WHERE customer_id = customer;
    GET DIAGNOSTICS n = ROW_COUNT; touched := touched + n;
    PERFORM set_config('heyi.erasing', '', true);
    RETURN touched;
END
$$;
COMMENT ON FUNCTION relationship.erase_customer(uuid) IS
    'Removes where the customer of an erasure stands, who looks after him, his movements and months and the '
    'words about him, and ends his alerts and follow-ups; tiers, sums a day and outcomes stay by his id';
