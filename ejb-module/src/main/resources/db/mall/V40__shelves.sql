-- Where items stand and in which variants they come: categories in three languages, and families.

CREATE TABLE mall.category (
    id         uuid         PRIMARY KEY,
    code       varchar(30)  NOT NULL UNIQUE CHECK (code ~ '^[A-Z0-9][A-Z0-9_-]*$'),
    parent_id  uuid         REFERENCES mall.category,
    path       varchar(200) NOT NULL,
    name_en    varchar(80)  NOT NULL,
    name_zh_cn varchar(80)  NOT NULL,
    name_zh_tw varchar(80)  NOT NULL,
    position   int          NOT NULL CHECK (position BETWEEN 0 AND 9999),
    retired    boolean      NOT NULL,
    words      text         NOT NULL,
    version    bigint       NOT NULL,
    created_at timestamptz  NOT NULL,
    CHECK (parent_id <> id)
);
COMMENT ON TABLE mall.category IS 'Where items stand: a tree of at most five levels; retired, never deleted';
COMMENT ON COLUMN mall.category.path IS 'Codes from the root to the category itself, each between slashes: /HOME/KITCHEN/';
COMMENT ON COLUMN mall.category.position IS 'Order among its siblings, smallest first';
COMMENT ON COLUMN mall.category.words IS 'Names in all languages of the category and all above it, for the search';
CREATE INDEX category_path ON mall.category (path text_pattern_ops);
CREATE INDEX category_parent ON mall.category (parent_id);
GRANT SELECT, INSERT, UPDATE ON mall.category TO ${app_role};
CALL shared.keep_history('mall.category', '${app_role}', 'path', 'words', 'version');

CREATE TABLE mall.item_family (
    id         uuid         PRIMARY KEY,
    code       varchar(40)  NOT NULL UNIQUE,
    name       varchar(200) NOT NULL,
    options    varchar(200) NOT NULL,
    version    bigint       NOT NULL,
    created_at timestamptz  NOT NULL
);
COMMENT ON TABLE mall.item_family IS 'Items that are variants of one thing, shown once';
COMMENT ON COLUMN mall.item_family.options IS 'What variants differ in, such as colour;size, with semicolons between';
GRANT SELECT, INSERT, UPDATE ON mall.item_family TO ${app_role};
CALL shared.keep_history('mall.item_family', '${app_role}', 'version');

ALTER TABLE mall.item
    ADD COLUMN category_id uuid REFERENCES mall.category,
    ADD COLUMN family_id   uuid REFERENCES mall.item_family,
    ADD COLUMN options     varchar(200),
    ADD COLUMN cash        bigint NOT NULL DEFAULT 0 CHECK (cash >= 0),
    ADD CHECK ((family_id IS NULL) = (options IS NULL));
COMMENT ON COLUMN mall.item.options IS 'What the variant is in each option of its family, with semicolons between';
COMMENT ON COLUMN mall.item.cash IS 'Fen to pay beside the points for one piece';
CREATE INDEX item_category ON mall.item (category_id) WHERE category_id IS NOT NULL;
CREATE UNIQUE INDEX item_variant ON mall.item (family_id, options) WHERE family_id IS NOT NULL;
ALTER TABLE mall.item_history
    ADD COLUMN category_id uuid,
    ADD COLUMN family_id   uuid,
    ADD COLUMN options     varchar(200),
    ADD COLUMN cash        bigint;

-- The names of an item's category are words of it too.
ALTER TABLE mall.item_words ADD COLUMN category_words text;
COMMENT ON COLUMN mall.item_words.category_words IS
    'Names of its category and those above that were cut with its name; made anew when they are others';
