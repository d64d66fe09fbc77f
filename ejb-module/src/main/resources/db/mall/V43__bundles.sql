-- Several items under one name, put into a cart at once.

CREATE TABLE mall.bundle (
    id         uuid         PRIMARY KEY,
    code       varchar(40)  NOT NULL UNIQUE,
    name       varchar(200) NOT NULL,
    reduced    bigint       NOT NULL CHECK (reduced >= 0),
    on_sale    boolean      NOT NULL,
    version    bigint       NOT NULL,
    created_at timestamptz  NOT NULL
);
COMMENT ON TABLE mall.bundle IS 'Several items under one name';
COMMENT ON COLUMN mall.bundle.reduced IS 'Points taken off for one whole bundle in a checkout';
GRANT SELECT, INSERT, UPDATE (name, reduced, on_sale, version) ON mall.bundle TO ${app_role};

CREATE TABLE mall.bundle_line (
    bundle_id uuid   NOT NULL REFERENCES mall.bundle,
    item_id   uuid   NOT NULL REFERENCES mall.item,
    quantity  bigint NOT NULL CHECK (quantity BETWEEN 1 AND 1000),
    PRIMARY KEY (bundle_id, item_id)
);
COMMENT ON TABLE mall.bundle_line IS 'Which items a bundle is made of, and how many pieces of each';
CREATE INDEX bundle_line_item ON mall.bundle_line (item_id);
GRANT SELECT, INSERT, DELETE ON mall.bundle_line TO ${app_role};
