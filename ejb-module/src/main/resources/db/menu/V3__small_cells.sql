-- A segment of five told of one customer's day, or of what he alone used. What was counted so goes; it is
-- counted anew within the hour.

COMMENT ON TABLE menu.trend IS
    'Habits added up over customers, anew every night; nothing that fewer than five customers did, for that would tell of persons. '
    'What they did on days of their own lies evenly on the days that are not told, and sums add up what is told, so that their difference '
    'tells of nobody; what changes from one night to the next is not hidden';
DELETE FROM menu.trend;
