-- What customers are told: queued with the change that causes it, sent afterwards.

GRANT USAGE ON SCHEMA messages TO ${app_role};

CREATE TABLE messages.message (
    id              uuid         PRIMARY KEY,
    version         integer      NOT NULL,
    dedup_key       varchar(200) NOT NULL UNIQUE,
    recipient_kind  varchar(20)  NOT NULL,
    recipient_id    uuid         NOT NULL,
    customer_id     uuid,
    template        varchar(60)  NOT NULL,
    args            json         NOT NULL,
    args_erased     boolean      NOT NULL DEFAULT false,
    subject         varchar(100),
    wanted_channel  varchar(10)  CHECK (wanted_channel IN ('SMS', 'EMAIL', 'APP')),
    status          varchar(10)  NOT NULL CHECK (status IN ('QUEUED', 'SENT', 'DEAD')),
    channel         varchar(10)  CHECK (channel IN ('SMS', 'EMAIL', 'APP')),
    language        varchar(10),
    attempts        integer      NOT NULL CHECK (attempts >= 0),
    next_attempt_at timestamptz  NOT NULL,
    trouble         varchar(60),
    queued_at       timestamptz  NOT NULL,
    sent_at         timestamptz,
    CHECK ((status = 'SENT') = (sent_at IS NOT NULL)),
    CHECK (status <> 'SENT' OR channel IS NOT NULL AND language IS NOT NULL),
    CHECK (status <> 'DEAD' OR trouble IS NOT NULL)
);
COMMENT ON TABLE messages.message IS
    'Outbox: what a customer is told; the row is made in the transaction of its cause. No address: that is taken when it is sent';
COMMENT ON COLUMN messages.message.dedup_key IS 'What names the cause, so that one cause tells once';
COMMENT ON COLUMN messages.message.args IS 'What the template is filled with, an array of texts; emptied with the person';
COMMENT ON COLUMN messages.message.subject IS 'What it is about, as a target of the trail, such as complaint:<id>';
COMMENT ON COLUMN messages.message.trouble IS 'Code of why it waits or was given up; null when nothing went wrong';
CREATE INDEX message_due ON messages.message (next_attempt_at, id) WHERE status = 'QUEUED';
CREATE INDEX message_queued ON messages.message (queued_at, id);
CREATE INDEX message_status ON messages.message (status, queued_at, id);
CREATE INDEX message_customer ON messages.message (customer_id, queued_at, id) WHERE customer_id IS NOT NULL;
CREATE INDEX message_subject ON messages.message (subject, queued_at, id) WHERE subject IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON messages.message TO ${app_role};

CREATE TABLE messages.preference (
    customer_id uuid         PRIMARY KEY,
    version     integer      NOT NULL,
    language    varchar(10)  NOT NULL CHECK (language IN ('zh-CN', 'zh-TW', 'en')),
    channel     varchar(10)  CHECK (channel IN ('SMS', 'EMAIL', 'APP')),
    email       varchar(254),
    CHECK (channel IS DISTINCT FROM 'EMAIL' OR email IS NOT NULL)
);
COMMENT ON TABLE messages.preference IS 'How and in which language a customer wants to be told; without a row: by SMS, in zh-CN';
GRANT SELECT, INSERT, UPDATE, DELETE ON messages.preference TO ${app_role};
CALL shared.keep_history('messages.preference', '${app_role}', 'version');
CALL shared.make_erasable('messages.preference_history', 'email');

CREATE FUNCTION messages.erase_customer(erasure uuid) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    customer uuid := privacy.customer_of(erasure);
    touched  bigint;
    more     bigint;
BEGIN
    PERFORM set_config('heyi.erasing', 'on', true);
    UPDATE messages.preference_history SET email = NULL WHERE customer_id = customer;
    PERFORM set_config('heyi.erasing', '', true);
    DELETE FROM messages.preference WHERE customer_id = customer;
    GET DIAGNOSTICS more = ROW_COUNT;
    -- What was not sent yet must not find him any more.
    UPDATE messages.message
       SET args = '[]', args_erased = true, version = version + 1,
           status = CASE status WHEN 'QUEUED' THEN 'DEAD' ELSE status END,
           trouble = CASE status WHEN 'QUEUED' THEN 'message.erased' ELSE trouble END
     WHERE customer_id = customer AND NOT args_erased;
    GET DIAGNOSTICS touched = ROW_COUNT;
    RETURN touched + more;
END
$$;
COMMENT ON FUNCTION messages.erase_customer(uuid) IS 'Empties the messages to the customer of an erasure, and forgets how to reach him';
REVOKE ALL ON FUNCTION messages.erase_customer(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION messages.erase_customer(uuid) TO ${app_role};

CREATE FUNCTION messages.purge(before timestamptz, most integer) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$
DECLARE
    touched bigint;
BEGIN
    PERFORM privacy.require_over('messages', before);
    DELETE FROM messages.message WHERE id IN (
        SELECT id FROM messages.message
         WHERE status <> 'QUEUED' AND queued_at < before
         ORDER BY queued_at, id LIMIT most FOR UPDATE SKIP LOCKED);
    GET DIAGNOSTICS touched = ROW_COUNT;
    RETURN touched;
END
$$;
COMMENT ON FUNCTION messages.purge(timestamptz, integer) IS 'Removes messages that are over their time';
REVOKE ALL ON FUNCTION messages.purge(timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION messages.purge(timestamptz, integer) TO ${app_role};
