-- What the bank pays complainants comes out of an account of its own.

DO
$$
DECLARE
    rule record;
BEGIN
    -- The checks that list the kinds and the bank's own accounts, whatever else they list by now.
    FOR rule IN
        SELECT conrelid::regclass AS target, conname, pg_get_constraintdef(oid) AS definition
          FROM pg_constraint
         WHERE contype = 'c'
           AND (conrelid = 'deposits.entry'::regclass
                AND pg_get_constraintdef(oid) ~ 'kind.*''CASH_IN''.*''REVERSAL'''
                OR conrelid = 'deposits.posting'::regclass
                AND pg_get_constraintdef(oid) ~ 'system_account.*''CASH''')
    LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', rule.target, rule.conname);
        EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I %s', rule.target, rule.conname,
            regexp_replace(rule.definition, '''(CASH|CASH_IN)''::character varying',
                           '''REDRESS''::character varying, ''\1''::character varying'));
    END LOOP;
END
$$;
