-- What ties the versions of records together: one revision a transaction that changed any.

CREATE SEQUENCE audit.revision_number;
GRANT USAGE ON SEQUENCE audit.revision_number TO ${app_role};

CREATE TABLE audit.revision (
    id          bigint       PRIMARY KEY,
    recorded_at timestamptz  NOT NULL,
    who         varchar(200) NOT NULL,
    request_id  varchar(64)  NOT NULL,
    action      varchar(100),
    reason      varchar(2000)
);
COMMENT ON TABLE audit.revision IS
    'One transaction that changed records with a history (<module>.<table>_history); immutable';
COMMENT ON COLUMN audit.revision.action IS
    'The action that came in from outside; null for a bulk load';
CREATE INDEX revision_request ON audit.revision (request_id);

-- The revision under which the modules' migrations keep what was there before histories began.
INSERT INTO audit.revision (id, recorded_at, who, request_id, action, reason)
VALUES (0, now(), 'system', 'migration', NULL, 'Before histories began');

CALL shared.make_immutable('audit.revision');
GRANT SELECT, INSERT ON audit.revision TO ${app_role};
