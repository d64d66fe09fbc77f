-- Households are listed by when they were founded and by name, which sorts by pinyin.

ALTER TABLE family.household ALTER COLUMN name TYPE varchar(50) COLLATE "zh-x-icu";
CREATE INDEX household_founded ON family.household (founded_at, id);
COMMENT ON INDEX family.household_founded IS 'The list of households, latest first, by cursor';
CREATE INDEX household_name ON family.household (name, id);
COMMENT ON INDEX family.household_name IS 'The list of households in the order of their names';
