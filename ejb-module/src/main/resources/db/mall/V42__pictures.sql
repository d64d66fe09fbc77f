-- Pictures of goods, made anew in several sizes when they come in, so that nothing of the camera stays.

CREATE TABLE mall.picture (
    id          uuid         PRIMARY KEY,
    item_id     uuid         NOT NULL REFERENCES mall.item,
    position    int          NOT NULL CHECK (position BETWEEN 0 AND 9999),
    alt_en      varchar(200) NOT NULL,
    alt_zh_cn   varchar(200) NOT NULL,
    alt_zh_tw   varchar(200) NOT NULL,
    received    char(64)     NOT NULL,
    added_at    timestamptz  NOT NULL,
    added_by    varchar(200) NOT NULL,
    UNIQUE (item_id, received)
);
COMMENT ON TABLE mall.picture IS 'Pictures of items, the one with the smallest position first';
COMMENT ON COLUMN mall.picture.alt_en IS 'What is to be seen, for those who do not see it; so in each language';
COMMENT ON COLUMN mall.picture.received IS 'SHA-256 of the file as it came in; the same file once an item';
GRANT SELECT, INSERT, DELETE, UPDATE (position, alt_en, alt_zh_cn, alt_zh_tw) ON mall.picture TO ${app_role};

CREATE TABLE mall.picture_size (
    picture_id uuid       NOT NULL REFERENCES mall.picture ON DELETE CASCADE,
    size       varchar(6) NOT NULL CHECK (size IN ('SMALL', 'MEDIUM', 'LARGE')),
    width      int        NOT NULL CHECK (width > 0),
    height     int        NOT NULL CHECK (height > 0),
    sha256     char(64)   NOT NULL,
    content    bytea      NOT NULL,
    PRIMARY KEY (picture_id, size)
);
ALTER TABLE mall.picture_size ALTER COLUMN content SET STORAGE EXTERNAL;
COMMENT ON TABLE mall.picture_size IS 'A picture as JPEG in one size; immutable, so its address is the hash of its content';
CREATE INDEX picture_size_sha256 ON mall.picture_size (sha256);
GRANT SELECT, INSERT ON mall.picture_size TO ${app_role};
