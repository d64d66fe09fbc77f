-- Why a coupon was issued or taken back, and why earnings were undone, is needed for disputes only.

CREATE INDEX coupon_move_reasoned ON promotions.coupon_move (at, id) WHERE reason IS NOT NULL;
CREATE INDEX completion_undone_reasoned ON promotions.completion_undone (undone_at, completion_id) WHERE reason <> '—';

CREATE FUNCTION promotions.empty_old_words(before timestamptz, most integer) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    n bigint;
    m bigint;
BEGIN
    PERFORM privacy.require_over('promotion-words', before);
    PERFORM set_config('heyi.erasing', 'on', true);
    UPDATE promotions.coupon_move SET reason = NULL
     WHERE id IN (SELECT v.id FROM promotions.coupon_move v
                   WHERE v.reason IS NOT NULL AND v.at < before
                   ORDER BY v.at, v.id LIMIT most FOR UPDATE SKIP LOCKED);
    GET DIAGNOSTICS n = ROW_COUNT;
    UPDATE promotions.completion_undone SET reason = '—'
     WHERE completion_id IN (SELECT u.completion_id FROM promotions.completion_undone u
                              WHERE u.reason <> '—' AND u.undone_at < before
                              ORDER BY u.undone_at, u.completion_id LIMIT most - n FOR UPDATE SKIP LOCKED);
    GET DIAGNOSTICS m = ROW_COUNT;
    PERFORM set_config('heyi.erasing', '', true);
    RETURN n + m;
END
$$;
COMMENT ON FUNCTION promotions.empty_old_words(timestamptz, integer) IS
    'Empties the reasons of coupons and of undone earnings since a time that is over the legal minimum';
REVOKE ALL ON FUNCTION promotions.empty_old_words(timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION promotions.empty_old_words(timestamptz, integer) TO ${app_role};
