-- What buyers say about what they bought; read by others when somebody has published it.

CREATE TABLE mall.review (
    id            uuid          PRIMARY KEY,
    order_line_id uuid          NOT NULL UNIQUE REFERENCES mall.order_line,
    item_id       uuid          NOT NULL REFERENCES mall.item,
    customer_id   uuid          NOT NULL,
    branch        varchar(20),
    stars         int           NOT NULL CHECK (stars BETWEEN 1 AND 5),
    words         varchar(1000) NOT NULL,
    status        varchar(9)    NOT NULL CHECK (status IN ('PENDING', 'PUBLISHED', 'REFUSED')),
    written_at    timestamptz   NOT NULL,
    written_by    varchar(200)  NOT NULL,
    decided_at    timestamptz,
    decided_by    varchar(200),
    reason        varchar(500),
    version       bigint        NOT NULL,
    CHECK ((status = 'PENDING') = (decided_at IS NULL)),
    CHECK ((status = 'PENDING') = (decided_by IS NULL)),
    CHECK (status <> 'REFUSED' OR reason IS NOT NULL)
);
COMMENT ON TABLE mall.review IS 'Reviews by buyers, at most one an order line; decided once';
COMMENT ON COLUMN mall.review.words IS 'Without identifiers, which are masked before it is stored; a dash when the person is erased';
COMMENT ON COLUMN mall.review.branch IS 'Home branch of the customer when he ordered';
COMMENT ON COLUMN mall.review.reason IS 'Why it was refused';
CREATE INDEX review_item ON mall.review (item_id, written_at) WHERE status = 'PUBLISHED';
CREATE INDEX review_written ON mall.review (written_at, id);
CREATE INDEX review_customer ON mall.review (customer_id, written_at);
GRANT SELECT, INSERT, UPDATE (status, decided_at, decided_by, reason, version) ON mall.review TO ${app_role};

-- What is decided stays; only an erasure empties what a person wrote.
CREATE FUNCTION mall.check_review_pending() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF OLD.status <> 'PENDING' AND NOT shared.erasing(TG_RELID) THEN
        RAISE EXCEPTION 'Review % is decided', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION mall.check_review_pending() IS 'Refuses to change a review that is decided';
CREATE TRIGGER decided_once BEFORE UPDATE ON mall.review
    FOR EACH ROW EXECUTE FUNCTION mall.check_review_pending();

CREATE FUNCTION mall.erase_reviews(erasure uuid) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    customer uuid := privacy.customer_of(erasure);
    touched  bigint;
BEGIN
    PERFORM set_config('heyi.erasing', 'on', true);
    UPDATE mall.review
       SET words = '—', reason = CASE WHEN reason IS NULL THEN NULL ELSE '—' END
     WHERE customer_id = customer AND (words <> '—' OR reason <> '—');
    GET DIAGNOSTICS touched = ROW_COUNT;
    PERFORM set_config('heyi.erasing', '', true);
    RETURN touched;
END
$$;
COMMENT ON FUNCTION mall.erase_reviews(uuid) IS
    'Empties what the customer of an erasure wrote about goods; the stars stay, which name nobody';
REVOKE ALL ON FUNCTION mall.erase_reviews(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mall.erase_reviews(uuid) TO ${app_role};
