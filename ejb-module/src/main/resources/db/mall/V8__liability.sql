-- What the points that are outstanding are worth, by figures that count from a day on.

CREATE TABLE mall.liability_parameter (
    valid_from      date           PRIMARY KEY,
    cost_per_point  numeric(12, 6) NOT NULL CHECK (cost_per_point >= 0),
    redemption_rate numeric(7, 6)  NOT NULL CHECK (redemption_rate BETWEEN 0 AND 1),
    source          varchar(500)   NOT NULL,
    set_at          timestamptz    NOT NULL DEFAULT now(),
    set_by          varchar(200)   NOT NULL DEFAULT 'system'
);
COMMENT ON TABLE mall.liability_parameter IS
    'Cost of a point in CNY and the share of points expected to be redeemed, from which day on; immutable';
INSERT INTO mall.liability_parameter (valid_from, cost_per_point, redemption_rate, source) VALUES
    ('2000-01-01', 0.012, 0.80, 'as installed');
CALL shared.make_immutable('mall.liability_parameter');
GRANT SELECT, INSERT ON mall.liability_parameter TO ${app_role};
