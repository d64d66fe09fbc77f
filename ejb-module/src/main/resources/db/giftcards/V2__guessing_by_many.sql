-- Who guesses under many callers was bounded under each of them alone. What all try is counted too, and the
-- try by which it became guessing says that the trail was told.

ALTER TABLE giftcards.wrong_code ADD COLUMN alarm boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN giftcards.wrong_code.alarm IS
    'Whether the trail was told with it that codes are being guessed; once in the time in which tries count';
