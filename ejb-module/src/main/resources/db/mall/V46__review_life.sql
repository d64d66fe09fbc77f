-- A published review can be reported, kept or hidden for a reason, and answered once.

ALTER TABLE mall.review DROP CONSTRAINT review_status_check;
ALTER TABLE mall.review
    ADD COLUMN reported_at   timestamptz,
    ADD COLUMN reported_by   varchar(200),
    ADD COLUMN report_reason varchar(500),
    ADD COLUMN hidden_at     timestamptz,
    ADD COLUMN hidden_by     varchar(200),
    ADD COLUMN answer        varchar(1000),
    ADD COLUMN answered_at   timestamptz,
    ADD COLUMN answered_by   varchar(200),
    ADD CONSTRAINT review_status_check
        CHECK (status IN ('PENDING', 'PUBLISHED', 'REPORTED', 'HIDDEN', 'REFUSED')),
    ADD CHECK (num_nonnulls(reported_at, reported_by, report_reason) IN (0, 3)),
    ADD CHECK (num_nonnulls(answer, answered_at, answered_by) IN (0, 3)),
    ADD CHECK (num_nonnulls(hidden_at, hidden_by) = CASE WHEN status = 'HIDDEN' THEN 2 ELSE 0 END),
    ADD CHECK (status <> 'REPORTED' OR reported_at IS NOT NULL),
    ADD CHECK (status <> 'HIDDEN' OR reason IS NOT NULL),
    ADD CHECK (status NOT IN ('PENDING', 'REFUSED') OR num_nonnulls(reported_at, answer) = 0);
COMMENT ON TABLE mall.review IS
    'Reviews by buyers, at most one an order line; decided once, and hidden later only for a reason';
COMMENT ON COLUMN mall.review.reason IS 'Why it was refused or hidden';
COMMENT ON COLUMN mall.review.report_reason IS 'What somebody has against it, the last time it was reported';
COMMENT ON COLUMN mall.review.answer IS 'What the bank answers, read by all who read the review';
GRANT UPDATE (reported_at, reported_by, report_reason, hidden_at, hidden_by, answer, answered_at, answered_by)
    ON mall.review TO ${app_role};

DROP INDEX mall.review_item;
CREATE INDEX review_item ON mall.review (item_id, written_at) WHERE status IN ('PUBLISHED', 'REPORTED');
CREATE INDEX review_waiting ON mall.review (status, written_at, id) WHERE status IN ('PENDING', 'REPORTED');

-- What is decided stays decided; what is shown can be hidden, and is answered once.
CREATE OR REPLACE FUNCTION mall.check_review_pending() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF OLD.status = 'PENDING' OR shared.erasing(TG_RELID) THEN
        RETURN NEW;
    END IF;
    IF OLD.status IN ('REFUSED', 'HIDDEN') OR NEW.status IN ('PENDING', 'REFUSED')
        OR (NEW.decided_at, NEW.decided_by) IS DISTINCT FROM (OLD.decided_at, OLD.decided_by) THEN
        RAISE EXCEPTION 'Review % is decided', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.answer IS NOT NULL AND (NEW.answer, NEW.answered_at, NEW.answered_by)
        IS DISTINCT FROM (OLD.answer, OLD.answered_at, OLD.answered_by) THEN
        RAISE EXCEPTION 'Review % is answered', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION mall.check_review_pending() IS
    'Refuses to decide a review again, to show it again when it is hidden, or to answer it again';

CREATE FUNCTION mall.empty_reviews(ids uuid[]) RETURNS bigint
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    touched bigint;
BEGIN
    PERFORM set_config('heyi.erasing', 'on', true);
    UPDATE mall.review
       SET words = '—',
           reason = CASE WHEN reason IS NOT NULL THEN '—' END,
           report_reason = CASE WHEN report_reason IS NOT NULL THEN '—' END,
           answer = CASE WHEN answer IS NOT NULL THEN '—' END
     WHERE id = ANY (ids);
    GET DIAGNOSTICS touched = ROW_COUNT;
    PERFORM set_config('heyi.erasing', '', true);
    RETURN touched;
END
$$;
COMMENT ON FUNCTION mall.empty_reviews(uuid[]) IS 'Empties all words of reviews; called by the two that know when';
REVOKE ALL ON FUNCTION mall.empty_reviews(uuid[]) FROM PUBLIC;

CREATE OR REPLACE FUNCTION mall.erase_reviews(erasure uuid) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
BEGIN
    RETURN mall.empty_reviews(ARRAY(
        SELECT id FROM mall.review
         WHERE customer_id = privacy.customer_of(erasure)
           AND (words <> '—' OR reason <> '—' OR report_reason <> '—' OR answer <> '—')));
END
$$;

CREATE FUNCTION mall.empty_old_reviews(before timestamptz, most integer) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
BEGIN
    PERFORM privacy.require_over('review-texts', before);
    RETURN mall.empty_reviews(ARRAY(
        SELECT id FROM mall.review
         WHERE status IN ('REFUSED', 'HIDDEN') AND words <> '—'
           AND coalesce(hidden_at, decided_at) < before
         ORDER BY written_at, id LIMIT most FOR UPDATE SKIP LOCKED));
END
$$;
COMMENT ON FUNCTION mall.empty_old_reviews(timestamptz, integer) IS
    'Empties reviews that nobody reads any more since a time that is over the legal minimum';
REVOKE ALL ON FUNCTION mall.empty_old_reviews(timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mall.empty_old_reviews(timestamptz, integer) TO ${app_role};
