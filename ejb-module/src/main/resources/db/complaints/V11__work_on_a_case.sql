-- What the desk does beside the steps: points that were raised, tasks of departments, notes, and who
-- has a case open. And how long after the decision a review may be asked for.

ALTER TABLE complaints.rule_pack
    ADD COLUMN review_within_days integer NOT NULL DEFAULT 30 CHECK (review_within_days > 0);
COMMENT ON COLUMN complaints.rule_pack.review_within_days IS
    'Days after the decision within which the complainant may ask for a review';

CREATE TABLE complaints.point (
    id           uuid          PRIMARY KEY,
    version      integer       NOT NULL,
    complaint_id uuid          NOT NULL REFERENCES complaints.complaint,
    seq          integer       NOT NULL CHECK (seq >= 1),
    raised       varchar(500),
    raised_by    varchar(200)  NOT NULL,
    raised_at    timestamptz   NOT NULL,
    reply        varchar(2000),
    replied_by   varchar(200),
    replied_at   timestamptz,
    UNIQUE (complaint_id, seq),
    CHECK ((replied_at IS NULL) = (replied_by IS NULL))
);
COMMENT ON TABLE complaints.point IS
    'Each thing that a complainant raises, with what the answer says to it: no answer goes before all have one';
CALL shared.keep_history('complaints.point', '${app_role}', 'version');
CALL shared.make_erasable('complaints.point_history', 'raised', 'reply');
GRANT SELECT, INSERT, UPDATE (version, reply, replied_by, replied_at) ON complaints.point TO ${app_role};

CREATE TABLE complaints.task (
    id           uuid          PRIMARY KEY,
    version      integer       NOT NULL,
    complaint_id uuid          NOT NULL REFERENCES complaints.complaint,
    department   varchar(100)  NOT NULL,
    branch       varchar(20),
    owner        varchar(200),
    ask          varchar(2000),
    due_on       date          NOT NULL,
    asked_by     varchar(200)  NOT NULL,
    asked_at     timestamptz   NOT NULL,
    answer       varchar(4000),
    done_by      varchar(200),
    done_at      timestamptz,
    CHECK ((done_at IS NULL) = (done_by IS NULL))
);
COMMENT ON TABLE complaints.task IS
    'What departments and branches are asked to do for a case, and what they answer';
CREATE INDEX task_complaint ON complaints.task (complaint_id, asked_at, id);
CREATE INDEX task_branch_open ON complaints.task (branch, due_on, id) WHERE done_at IS NULL AND branch IS NOT NULL;
CREATE INDEX task_owner_open ON complaints.task (owner, due_on, id) WHERE done_at IS NULL AND owner IS NOT NULL;
CALL shared.keep_history('complaints.task', '${app_role}', 'version');
CALL shared.make_erasable('complaints.task_history', 'ask', 'answer');
GRANT SELECT, INSERT, UPDATE (version, answer, done_by, done_at) ON complaints.task TO ${app_role};

CREATE TABLE complaints.note (
    id           uuid          PRIMARY KEY,
    complaint_id uuid          NOT NULL REFERENCES complaints.complaint,
    words        varchar(4000),
    written_by   varchar(200)  NOT NULL,
    author       varchar(200)  NOT NULL,
    written_at   timestamptz   NOT NULL
);
COMMENT ON TABLE complaints.note IS
    'What colleagues tell each other about a case; never shown to the complainant or a branch; immutable';
CREATE INDEX note_complaint ON complaints.note (complaint_id, written_at, id);
CALL shared.make_immutable('complaints.note');
CALL shared.make_erasable('complaints.note', 'words');
GRANT SELECT, INSERT ON complaints.note TO ${app_role};

CREATE TABLE complaints.presence (
    complaint_id uuid         NOT NULL REFERENCES complaints.complaint,
    account      varchar(200) NOT NULL,
    name         varchar(200) NOT NULL,
    seen_at      timestamptz  NOT NULL,
    PRIMARY KEY (complaint_id, account)
);
COMMENT ON TABLE complaints.presence IS
    'Who has a case open, by his last sign of it; it warns, and locks nothing';
GRANT SELECT, INSERT, UPDATE (name, seen_at) ON complaints.presence TO ${app_role};

CREATE FUNCTION complaints.empty_desk_texts() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
BEGIN
    UPDATE complaints.note SET words = NULL WHERE complaint_id = NEW.id;
    UPDATE complaints.point SET raised = NULL, reply = NULL, version = version + 1
     WHERE complaint_id = NEW.id;
    UPDATE complaints.point_history SET raised = NULL, reply = NULL WHERE complaint_id = NEW.id;
    UPDATE complaints.task SET ask = NULL, answer = NULL, version = version + 1
     WHERE complaint_id = NEW.id;
    UPDATE complaints.task_history SET ask = NULL, answer = NULL WHERE complaint_id = NEW.id;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION complaints.empty_desk_texts() IS
    'Row trigger: notes, points and tasks are emptied with the texts of the complaint';
CREATE TRIGGER desk_texts AFTER UPDATE OF texts_erased ON complaints.complaint
    FOR EACH ROW WHEN (NEW.texts_erased AND NOT OLD.texts_erased)
    EXECUTE FUNCTION complaints.empty_desk_texts();
