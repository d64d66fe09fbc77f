-- Prices beside the ordinary one: for a tier, for a time, or both.

CREATE TABLE mall.item_price (
    id          uuid         PRIMARY KEY,
    item_id     uuid         NOT NULL REFERENCES mall.item,
    label       varchar(60)  NOT NULL,
    tier        varchar(30),
    price       bigint       NOT NULL CHECK (price >= 0),
    cash        bigint       NOT NULL CHECK (cash >= 0),
    from_at     timestamptz  NOT NULL,
    until_at    timestamptz,
    recorded_at timestamptz  NOT NULL,
    recorded_by varchar(200) NOT NULL,
    CHECK (until_at >= from_at),
    CHECK (tier IS NOT NULL OR until_at IS NOT NULL)
);
COMMENT ON TABLE mall.item_price IS
    'Offers: prices that hold beside the ordinary one. A customer pays the lowest that holds for him';
COMMENT ON COLUMN mall.item_price.tier IS 'Tier of customers that it is for; null for everybody';
COMMENT ON COLUMN mall.item_price.cash IS 'Fen to pay beside the points for one piece';
COMMENT ON COLUMN mall.item_price.from_at IS 'First moment at which it holds';
COMMENT ON COLUMN mall.item_price.until_at IS 'First moment at which it no longer holds; null: as long as there is the tier';
CREATE INDEX item_price_item ON mall.item_price (item_id, from_at);

-- An offer is made once; all that can change is that it ends earlier.
CREATE FUNCTION mall.check_offer_ends_earlier() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF to_jsonb(NEW) - 'until_at' <> to_jsonb(OLD) - 'until_at'
       OR NEW.until_at IS NULL OR NEW.until_at > OLD.until_at THEN
        RAISE EXCEPTION 'Offer % can only end earlier', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION mall.check_offer_ends_earlier() IS 'Refuses any change of an offer but an earlier end';
CREATE TRIGGER ends_earlier BEFORE UPDATE ON mall.item_price
    FOR EACH ROW EXECUTE FUNCTION mall.check_offer_ends_earlier();
GRANT SELECT, INSERT, UPDATE (until_at) ON mall.item_price TO ${app_role};

-- Why a line cost what it cost.
ALTER TABLE mall.checkout_line ADD COLUMN price_id uuid REFERENCES mall.item_price;
ALTER TABLE mall.order_line ADD COLUMN price_id uuid REFERENCES mall.item_price;
COMMENT ON COLUMN mall.checkout_line.price_id IS 'The offer that made the price; null: the ordinary price';
COMMENT ON COLUMN mall.order_line.price_id IS 'The offer that made the price; null: the ordinary price';
