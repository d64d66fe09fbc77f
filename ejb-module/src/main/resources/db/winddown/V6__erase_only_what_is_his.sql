-- Two apps may know two people by the same id. When he is erased every balance of his has been
-- moved, so it is his by its proof; or its plan was called off, and nobody needs it any more.
CREATE FUNCTION winddown.tells_of(customer uuid, ids text[]) RETURNS SETOF uuid
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS
$$
    SELECT h.id FROM winddown.holding h JOIN winddown.plan l ON l.id = h.plan_id
     WHERE h.external_id = ANY (ids) AND l.status = 'CALLED_OFF'
    UNION
    SELECT m.holding_id FROM winddown.move m JOIN winddown.proof p ON p.id = m.proof_id
      JOIN winddown.holding h ON h.id = m.holding_id
     WHERE p.customer_id = customer AND h.external_id NOT LIKE 'erased:%'
$$;
COMMENT ON FUNCTION winddown.tells_of(uuid, text[]) IS
    'The balances that stand under an id that an old app had for a customer';
REVOKE ALL ON FUNCTION winddown.tells_of(uuid, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION winddown.tells_of(uuid, text[]) TO ${app_role};

CREATE OR REPLACE FUNCTION winddown.erase_customer(erasure uuid, ids text[]) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    customer uuid := privacy.customer_of(erasure);
    n        bigint;
BEGIN
    PERFORM set_config('heyi.erasing', 'on', true);
    UPDATE winddown.holding h SET external_id = 'erased:' || h.id
     WHERE h.id IN (SELECT winddown.tells_of(customer, ids));
    GET DIAGNOSTICS n = ROW_COUNT;
    PERFORM set_config('heyi.erasing', '', true);
    RETURN n;
END
$$;
