-- Points that were given can be taken back whole, by an entry that names the one that gave them.

DO
$$
DECLARE
    rule record;
BEGIN
    FOR rule IN
        SELECT conname, pg_get_constraintdef(oid) AS definition
          FROM pg_constraint
         WHERE conrelid = 'mall.ledger_entry'::regclass AND contype = 'c'
    LOOP
        IF rule.definition ~ '''GRANT''::character varying' THEN
            EXECUTE format('ALTER TABLE mall.ledger_entry DROP CONSTRAINT %I', rule.conname);
            EXECUTE format('ALTER TABLE mall.ledger_entry ADD CONSTRAINT %I %s', rule.conname,
                regexp_replace(rule.definition, '''GRANT''::character varying',
                               '''GRANT''::character varying, ''REVOKE''::character varying'));
        ELSIF rule.definition ~ 'reverses IS NOT NULL' THEN
            EXECUTE format('ALTER TABLE mall.ledger_entry DROP CONSTRAINT %I', rule.conname);
            EXECUTE format('ALTER TABLE mall.ledger_entry ADD CONSTRAINT %I %s', rule.conname,
                CASE WHEN rule.definition ~ '''CANCEL''::text\)? = \(reverses IS NOT NULL'
                     THEN 'CHECK ((kind IN (''CANCEL'', ''REVOKE'')) = (reverses IS NOT NULL))'
                     ELSE rule.definition END);
        END IF;
    END LOOP;
END
$$;
CREATE UNIQUE INDEX ledger_entry_revoked ON mall.ledger_entry (reverses) WHERE kind = 'REVOKE';
