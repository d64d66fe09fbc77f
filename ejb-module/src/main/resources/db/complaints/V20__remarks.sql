-- Suggestions and praise, which are no complaints; and complaints that were recorded as such by mistake.

CREATE SEQUENCE complaints.remark_seq;
GRANT USAGE ON SEQUENCE complaints.remark_seq TO ${app_role};

CREATE TABLE complaints.remark (
    id             uuid           PRIMARY KEY,
    version        integer        NOT NULL,
    number         varchar(24)    NOT NULL UNIQUE,
    kind           varchar(10)    NOT NULL CHECK (kind IN ('SUGGESTION', 'PRAISE')),
    status         varchar(10)    NOT NULL
        CHECK (status IN ('RECORDED', 'PASSED_ON', 'ANSWERED', 'CLOSED', 'TURNED')),
    channel        varchar(10)    NOT NULL CHECK (channel IN
        ('COUNTER', 'HOTLINE', 'APP', 'WEB', 'LETTER', 'CALLBACK', 'SOCIAL', 'REGULATOR')),
    branch         varchar(20),
    customer_id    uuid,
    name           varchar(100),
    contact        varchar(200),
    product        varchar(200),
    narrative      varchar(10000),
    staff          varchar(200),
    received_at    timestamptz    NOT NULL,
    recorded_at    timestamptz    NOT NULL,
    department     varchar(100),
    answer         varchar(4000),
    answered_at    timestamptz,
    closed_at      timestamptz,
    from_complaint uuid           REFERENCES complaints.complaint,
    into_complaint uuid           REFERENCES complaints.complaint,
    texts_erased   boolean        NOT NULL,
    step_count     integer        NOT NULL CHECK (step_count >= 1),
    CHECK (texts_erased OR narrative IS NOT NULL),
    CHECK (staff IS NULL OR kind = 'PRAISE'),
    CHECK ((status = 'TURNED') = (into_complaint IS NOT NULL)),
    CHECK ((status IN ('CLOSED', 'TURNED')) = (closed_at IS NOT NULL)),
    CHECK (status IN ('RECORDED', 'TURNED') OR department IS NOT NULL),
    CHECK (status NOT IN ('RECORDED', 'PASSED_ON', 'ANSWERED') OR NOT texts_erased)
);
COMMENT ON TABLE complaints.remark IS
    'Suggestions and praise: no clocks, never among the figures of complaints';
COMMENT ON COLUMN complaints.remark.staff IS 'Account name of who is praised';
COMMENT ON COLUMN complaints.remark.from_complaint IS 'The complaint that it was recorded as at first';
COMMENT ON COLUMN complaints.remark.into_complaint IS
    'The complaint that it is after all; its clock runs from the day on which the remark was received';
CREATE INDEX remark_received ON complaints.remark (received_at, id);
CREATE INDEX remark_status ON complaints.remark (status, received_at, id);
CREATE INDEX remark_branch ON complaints.remark (branch, received_at, id) WHERE branch IS NOT NULL;
CREATE INDEX remark_customer ON complaints.remark (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX remark_staff ON complaints.remark (staff) WHERE staff IS NOT NULL;
CREATE INDEX remark_from ON complaints.remark (from_complaint) WHERE from_complaint IS NOT NULL;
CALL shared.keep_history('complaints.remark', '${app_role}', 'version');
CALL shared.make_erasable('complaints.remark_history', 'name', 'contact', 'narrative', 'answer', 'texts_erased');
GRANT SELECT, INSERT, UPDATE ON complaints.remark TO ${app_role};

CREATE TABLE complaints.remark_step (
    id          uuid          PRIMARY KEY,
    remark_id   uuid          NOT NULL REFERENCES complaints.remark,
    seq         integer       NOT NULL CHECK (seq >= 1),
    step        varchar(10)   NOT NULL CHECK (step IN ('RECORD', 'PASS_ON', 'ANSWER', 'CLOSE', 'TURN')),
    to_status   varchar(10)   NOT NULL,
    taken_at    timestamptz   NOT NULL,
    who         varchar(200)  NOT NULL,
    said        varchar(4000),
    UNIQUE (remark_id, seq)
);
COMMENT ON TABLE complaints.remark_step IS 'Every step of every remark with who, when and what was said; immutable';
CALL shared.make_erasable('complaints.remark_step', 'said');
GRANT SELECT, INSERT ON complaints.remark_step TO ${app_role};

-- A complaint that was none: over, and out of the figures.
DO
$$
DECLARE
    rule record;
BEGIN
    FOR rule IN
        SELECT conname FROM pg_constraint
         WHERE contype = 'c' AND conrelid = 'complaints.complaint'::regclass
           AND (conname IN ('complaint_status_known', 'complaint_ticks_while_owed', 'complaint_has_a_handler')
                OR pg_get_expr(conbin, conrelid) ~ '^\(open = \(.*''CLOSED''.*''WITHDRAWN''')
    LOOP
        EXECUTE format('ALTER TABLE complaints.complaint DROP CONSTRAINT %I', rule.conname);
    END LOOP;
END
$$;
ALTER TABLE complaints.complaint
    ADD CONSTRAINT complaint_status_known CHECK (status IN ('RECORDED', 'ACCEPTED', 'WAITING', 'ANALYSED',
        'HANDLED', 'FED_BACK', 'CLOSED', 'WITHDRAWN', 'TURNED')),
    ADD CONSTRAINT complaint_open_until_it_ends CHECK (open = (status NOT IN ('CLOSED', 'WITHDRAWN', 'TURNED'))),
    ADD CONSTRAINT complaint_ticks_while_owed CHECK (
        NOT ticking AND status IN ('FED_BACK', 'CLOSED', 'WITHDRAWN', 'TURNED', 'WAITING')
        OR ticking AND status IN ('RECORDED', 'ACCEPTED', 'WAITING', 'ANALYSED', 'HANDLED')),
    ADD CONSTRAINT complaint_has_a_handler CHECK (
        status IN ('RECORDED', 'CLOSED', 'WITHDRAWN', 'TURNED') OR handler IS NOT NULL OR source <> 'HEYI'
        OR level <> 'BRANCH');
ALTER TABLE complaints.step DROP CONSTRAINT step_known;
ALTER TABLE complaints.step ADD CONSTRAINT step_known CHECK (step IN ('RECORD', 'IMPORT', 'NAME_STAFF',
    'ACCEPT', 'ASSIGN', 'ESCALATE', 'EXTEND', 'PAUSE', 'RESUME', 'ANALYSE', 'HANDLE', 'COMPENSATE',
    'TAKE_BACK', 'FEED_BACK', 'AGREE', 'CONTEST', 'WIN_BACK', 'HOLD_TO_ACCOUNT', 'CLOSE', 'RECTIFY',
    'REVIEW', 'REOPEN', 'WITHDRAW', 'TURN', 'TURN_BACK'));

CREATE FUNCTION complaints.empty_remarks(ids uuid[]) RETURNS bigint
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    n bigint;
BEGIN
    PERFORM set_config('heyi.erasing', 'on', true);
    UPDATE complaints.remark_step SET said = NULL WHERE remark_id = ANY (ids);
    UPDATE complaints.remark_history
       SET name = NULL, contact = NULL, narrative = NULL, answer = NULL, texts_erased = true
     WHERE id = ANY (ids);
    UPDATE complaints.remark
       SET name = NULL, contact = NULL, narrative = NULL, answer = NULL, texts_erased = true,
           version = version + 1
     WHERE id = ANY (ids);
    GET DIAGNOSTICS n = ROW_COUNT;
    PERFORM set_config('heyi.erasing', '', true);
    RETURN n;
END
$$;
COMMENT ON FUNCTION complaints.empty_remarks(uuid[]) IS 'For the two functions below only';
REVOKE ALL ON FUNCTION complaints.empty_remarks(uuid[]) FROM PUBLIC;

CREATE FUNCTION complaints.erase_remarks(erasure uuid) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    customer uuid := privacy.customer_of(erasure);
BEGIN
    -- What still waits for an answer needs none any more.
    UPDATE complaints.remark
       SET status = 'CLOSED', closed_at = now(), department = coalesce(department, '—')
     WHERE customer_id = customer AND status IN ('RECORDED', 'PASSED_ON', 'ANSWERED');
    RETURN complaints.empty_remarks(ARRAY(
        SELECT id FROM complaints.remark
         WHERE customer_id = customer AND NOT texts_erased ORDER BY id FOR UPDATE));
END
$$;
COMMENT ON FUNCTION complaints.erase_remarks(uuid) IS 'Empties the remarks of the customer of an erasure';
REVOKE ALL ON FUNCTION complaints.erase_remarks(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION complaints.erase_remarks(uuid) TO ${app_role};

CREATE FUNCTION complaints.empty_old_remarks(before timestamptz, most integer) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
BEGIN
    PERFORM privacy.require_over('remark-texts', before);
    RETURN complaints.empty_remarks(ARRAY(
        SELECT id FROM complaints.remark
         WHERE closed_at < before AND NOT texts_erased
         ORDER BY closed_at, id LIMIT most FOR UPDATE SKIP LOCKED));
END
$$;
COMMENT ON FUNCTION complaints.empty_old_remarks(timestamptz, integer) IS
    'Empties remarks that ended before a time that is over the legal minimum';
REVOKE ALL ON FUNCTION complaints.empty_old_remarks(timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION complaints.empty_old_remarks(timestamptz, integer) TO ${app_role};
CREATE INDEX remark_texts_kept ON complaints.remark (closed_at, id) WHERE NOT texts_erased;
