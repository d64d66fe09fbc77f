-- Who comes, stays and goes: the months in which a customer did something, and what that means.
-- Months are counted through (year x 12 + month - 1), so that a difference is a number of months.

CREATE TABLE relationship.lifecycle (
    valid_from    date         PRIMARY KEY,
    dormant_after int          NOT NULL CHECK (dormant_after BETWEEN 1 AND 60),
    lost_after    int          NOT NULL CHECK (lost_after <= 240),
    source        varchar(500) NOT NULL,
    set_at        timestamptz  NOT NULL DEFAULT now(),
    set_by        varchar(200) NOT NULL DEFAULT 'system',
    CHECK (lost_after > dormant_after)
);
COMMENT ON TABLE relationship.lifecycle IS
    'After how many months without anything a customer is dormant, and lost, from which day on; immutable';
INSERT INTO relationship.lifecycle (valid_from, dormant_after, lost_after, source)
VALUES ('2000-01-01', 3, 12, '安装时的初始值，上线前由零售业务部确定');
CALL shared.make_immutable('relationship.lifecycle');
GRANT SELECT, INSERT ON relationship.lifecycle TO ${app_role};

CREATE TABLE relationship.activity (
    id          uuid    PRIMARY KEY DEFAULT gen_random_uuid(),
    customer_id uuid    NOT NULL,
    month       int     NOT NULL,
    next_month  int,
    cohort      int     NOT NULL,
    active      boolean NOT NULL,
    UNIQUE (customer_id, month),
    CHECK (next_month > month),
    CHECK (month >= cohort),
    CHECK (active OR month = cohort)
);
COMMENT ON TABLE relationship.activity IS
    'Months in which a customer did something, and that in which he came; a projection that the batch keeps';
COMMENT ON COLUMN relationship.activity.month IS 'Year x 12 + month - 1';
COMMENT ON COLUMN relationship.activity.next_month IS 'The next such month of his; null after the last';
COMMENT ON COLUMN relationship.activity.cohort IS 'The month in which he came';
COMMENT ON COLUMN relationship.activity.active IS 'False for a month in which he came and did nothing';
CREATE INDEX activity_month ON relationship.activity (month, next_month);
CREATE INDEX activity_cohort ON relationship.activity (cohort, month);
GRANT SELECT, INSERT, UPDATE, DELETE ON relationship.activity TO ${app_role};

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
    PERFORM set_config('heyi.erasing', '', true);
    RETURN touched;
END
$$;
