-- A level of membership costs points, money, or both, as goods do.

ALTER TABLE promotions.membership_level
    ADD COLUMN cash numeric(18, 2) NOT NULL DEFAULT 0 CHECK (cash >= 0);
COMMENT ON COLUMN promotions.membership_level.cash IS 'Yuan beside the points, for the whole of its months';

ALTER TABLE promotions.membership
    ADD COLUMN cash          numeric(18, 2) NOT NULL DEFAULT 0 CHECK (cash >= 0),
    ADD COLUMN cash_payment  uuid           UNIQUE,
    ADD COLUMN cash_refunded numeric(18, 2),
    ADD COLUMN cash_payback  uuid           UNIQUE,
    ADD CHECK (cash_refunded BETWEEN 0 AND cash),
    ADD CHECK ((cash > 0) = (cash_payment IS NOT NULL)),
    ADD CHECK (cash_refunded IS NULL OR ended_on IS NOT NULL),
    ADD CHECK (cash = 0 OR ended_on IS NULL OR cash_refunded IS NOT NULL),
    ADD CHECK ((coalesce(cash_refunded, 0) > 0) = (cash_payback IS NOT NULL));
COMMENT ON COLUMN promotions.membership.cash IS 'Yuan that it cost beside the points';
COMMENT ON COLUMN promotions.membership.cash_payment IS 'The mall''s payment of that';
COMMENT ON COLUMN promotions.membership.cash_refunded IS 'Yuan given back when it was ended early';
COMMENT ON COLUMN promotions.membership.cash_payback IS 'Where the mall says that it was given back';
ALTER TABLE promotions.membership_history
    ADD COLUMN cash          numeric(18, 2),
    ADD COLUMN cash_payment  uuid,
    ADD COLUMN cash_refunded numeric(18, 2),
    ADD COLUMN cash_payback  uuid;
