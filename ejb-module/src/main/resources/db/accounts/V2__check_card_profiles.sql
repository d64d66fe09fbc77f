-- Room for the longest income band, and checks of the words that may stand in a card profile.

ALTER TABLE accounts.card_profile
    ALTER COLUMN income_band TYPE varchar(14),
    ADD CHECK (education IN ('UNEDUCATED', 'HIGH_SCHOOL', 'COLLEGE', 'GRADUATE', 'POST_GRADUATE',
                             'DOCTORATE', 'UNKNOWN')),
    ADD CHECK (marital_status IN ('SINGLE', 'MARRIED', 'DIVORCED', 'UNKNOWN')),
    ADD CHECK (income_band IN ('BELOW_40', 'FROM_40_TO_60', 'FROM_60_TO_80', 'FROM_80_TO_120',
                               'ABOVE_120', 'UNKNOWN')),
    ADD CHECK (card_category IN ('BLUE', 'SILVER', 'GOLD', 'PLATINUM'));
