-- What helps to choose: words to search by, and what orders say about items.

CREATE TABLE mall.item_words (
    item_id uuid         PRIMARY KEY REFERENCES mall.item,
    name    varchar(200) NOT NULL,
    words   tsvector     NOT NULL
);
COMMENT ON TABLE mall.item_words IS
    'Words of an item''s name as the segmenter of the application cut them; made anew when the name is another';
CREATE INDEX item_words_words ON mall.item_words USING gin (words);
GRANT SELECT, INSERT, UPDATE ON mall.item_words TO ${app_role};

CREATE TABLE mall.item_sales (
    item_id     uuid        PRIMARY KEY REFERENCES mall.item,
    orders      bigint      NOT NULL CHECK (orders > 0),
    pieces      bigint      NOT NULL CHECK (pieces > 0),
    rank        bigint      NOT NULL CHECK (rank > 0),
    computed_at timestamptz NOT NULL
);
COMMENT ON TABLE mall.item_sales IS
    'How often each item was ordered in the period, without what was cancelled or came back; computed nightly';
CREATE INDEX item_sales_rank ON mall.item_sales (rank);
GRANT SELECT, INSERT, DELETE ON mall.item_sales TO ${app_role};

CREATE TABLE mall.bought_together (
    item_id      uuid   NOT NULL REFERENCES mall.item,
    with_item_id uuid   NOT NULL REFERENCES mall.item,
    orders       bigint NOT NULL CHECK (orders > 0),
    PRIMARY KEY (item_id, with_item_id),
    CHECK (item_id <> with_item_id)
);
COMMENT ON TABLE mall.bought_together IS
    'For each item those that stood most often in the same order, in the period; computed nightly';
GRANT SELECT, INSERT, DELETE ON mall.bought_together TO ${app_role};
