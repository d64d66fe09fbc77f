-- What Heyi keeps about users whom the identity provider keeps: how far its events are taken over
-- into the audit trail, and what an access review asks.

GRANT USAGE ON SCHEMA access TO ${app_role};

CREATE TABLE access.cursor (
    stream      varchar(10) PRIMARY KEY CHECK (stream IN ('USER', 'ADMIN')),
    taken_until timestamptz NOT NULL
);
COMMENT ON TABLE access.cursor IS
    'Up to which time the provider''s events are in the trail; its row is held while a page is written';
INSERT INTO access.cursor (stream, taken_until) VALUES
    ('USER', '1970-01-01T00:00:01Z'), ('ADMIN', '1970-01-01T00:00:01Z');
GRANT SELECT, UPDATE (taken_until) ON access.cursor TO ${app_role};

CREATE TABLE access.taken_event (
    event_key   varchar(200) PRIMARY KEY,
    happened_at timestamptz  NOT NULL
);
COMMENT ON TABLE access.taken_event IS
    'Events already in the trail, so that reading some of them again, by this node or another, '
    'doubles nothing; forgotten when the cursor is far behind them';
CREATE INDEX taken_event_happened_at ON access.taken_event (happened_at);
GRANT SELECT, INSERT, DELETE ON access.taken_event TO ${app_role};

CREATE TABLE access.last_sign_in (
    user_name varchar(200) PRIMARY KEY,
    at        timestamptz  NOT NULL,
    address   varchar(64),
    client    varchar(200)
);
COMMENT ON TABLE access.last_sign_in IS 'When each user or branch system signed in last';
GRANT SELECT, INSERT, UPDATE ON access.last_sign_in TO ${app_role};

CREATE TABLE access.role_grant (
    user_id    varchar(64)  NOT NULL,
    role       varchar(40)  NOT NULL,
    granted_at timestamptz  NOT NULL,
    granted_by varchar(200) NOT NULL,
    via        varchar(10)  NOT NULL CHECK (via IN ('HEYI', 'PROVIDER')),
    PRIMARY KEY (user_id, role)
);
COMMENT ON TABLE access.role_grant IS
    'Since when a role is held and who granted it; no row for what was granted before Heyi looked';
GRANT SELECT, INSERT, UPDATE, DELETE ON access.role_grant TO ${app_role};
