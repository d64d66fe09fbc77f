-- What complainants and handlers wrote can be emptied: with the person, or when its time is over.
-- What was complained about, when, and how it ended stays.

ALTER TABLE complaints.complaint ADD COLUMN texts_erased boolean NOT NULL DEFAULT false;
ALTER TABLE complaints.complaint_history ADD COLUMN texts_erased boolean;
COMMENT ON COLUMN complaints.complaint.texts_erased IS
    'Names, contacts and texts were emptied: with the person, or because their time was over';

DO
$$
DECLARE
    rule record;
BEGIN
    -- The checks that demand a text or a contact, whatever the database named them.
    FOR rule IN
        SELECT conname, pg_get_expr(conbin, conrelid) AS expression
          FROM pg_constraint
         WHERE conrelid = 'complaints.complaint'::regclass AND contype = 'c'
           AND pg_get_expr(conbin, conrelid) ~ 'char_length\(\(?narrative|complainant_contact|root_cause|answer IS NOT NULL'
    LOOP
        EXECUTE format('ALTER TABLE complaints.complaint DROP CONSTRAINT %I', rule.conname);
        EXECUTE format('ALTER TABLE complaints.complaint ADD CONSTRAINT %I CHECK (texts_erased OR (%s))',
                       rule.conname, rule.expression);
    END LOOP;
END
$$;
ALTER TABLE complaints.complaint ADD CONSTRAINT complaint_open_keeps_its_texts
    CHECK (NOT (open AND texts_erased));

CALL shared.make_erasable('complaints.step', 'detail');
CALL shared.make_erasable('complaints.complaint_history', 'complainant_name', 'complainant_contact',
    'narrative', 'issue', 'sub_issue', 'finding', 'measures', 'answer', 'root_cause', 'texts_erased');

CREATE FUNCTION complaints.empty_texts(ids uuid[]) RETURNS bigint
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    touched bigint;
BEGIN
    PERFORM set_config('heyi.erasing', 'on', true);
    UPDATE complaints.step SET detail = '{}'::json WHERE complaint_id = ANY (ids);
    UPDATE complaints.cfpb_record SET narrative = NULL, state = NULL, zip_code = NULL, tags = NULL
     WHERE complaint_id = ANY (ids);
    UPDATE complaints.complaint_history
       SET complainant_name = NULL, complainant_contact = NULL, narrative = NULL, issue = NULL,
           sub_issue = NULL, finding = NULL, measures = NULL, answer = NULL, root_cause = NULL,
           texts_erased = true
     WHERE id = ANY (ids);
    UPDATE complaints.complaint
       SET complainant_name = NULL, complainant_contact = NULL, narrative = NULL, issue = NULL,
           sub_issue = NULL, finding = NULL, measures = NULL, answer = NULL, root_cause = NULL,
           texts_erased = true, version = version + 1
     WHERE id = ANY (ids) AND NOT open;
    GET DIAGNOSTICS touched = ROW_COUNT;
    IF touched <> cardinality(ids) THEN
        RAISE EXCEPTION 'An open complaint keeps its texts' USING ERRCODE = 'restrict_violation';
    END IF;
    PERFORM set_config('heyi.erasing', '', true);
    RETURN touched;
END
$$;
COMMENT ON FUNCTION complaints.empty_texts(uuid[]) IS 'For the two functions below only';
REVOKE ALL ON FUNCTION complaints.empty_texts(uuid[]) FROM PUBLIC;

CREATE FUNCTION complaints.erase_customer(erasure uuid) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    customer uuid := privacy.customer_of(erasure);
BEGIN
    RETURN complaints.empty_texts(ARRAY(
        SELECT id FROM complaints.complaint
         WHERE customer_id = customer AND NOT texts_erased ORDER BY id FOR UPDATE));
END
$$;
COMMENT ON FUNCTION complaints.erase_customer(uuid) IS
    'Empties the complaints of the customer of an erasure';
REVOKE ALL ON FUNCTION complaints.erase_customer(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION complaints.erase_customer(uuid) TO ${app_role};

CREATE FUNCTION complaints.empty_old_texts(before timestamptz, most integer) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
BEGIN
    PERFORM privacy.require_over('complaint-texts', before);
    RETURN complaints.empty_texts(ARRAY(
        SELECT id FROM complaints.complaint
         WHERE NOT open AND NOT texts_erased AND coalesce(closed_at, received_at) < before
         ORDER BY closed_at, id LIMIT most FOR UPDATE SKIP LOCKED));
END
$$;
COMMENT ON FUNCTION complaints.empty_old_texts(timestamptz, integer) IS
    'Empties complaints closed before a time that is over the legal minimum';
REVOKE ALL ON FUNCTION complaints.empty_old_texts(timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION complaints.empty_old_texts(timestamptz, integer) TO ${app_role};
CREATE INDEX complaint_texts_kept ON complaints.complaint (closed_at, id)
    WHERE NOT open AND NOT texts_erased;
