-- People look for a number by its beginning; the unique index serves that only under collation C.
CREATE INDEX complaint_number_prefix ON complaints.complaint (number varchar_pattern_ops);
