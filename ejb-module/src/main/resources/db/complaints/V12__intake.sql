-- Files that come with a complaint, who speaks for whom, and cases that are one matter.

CREATE TABLE complaints.attachment (
    id           uuid         PRIMARY KEY,
    complaint_id uuid         NOT NULL REFERENCES complaints.complaint,
    file_name    varchar(200),
    type         varchar(10)  NOT NULL CHECK (type IN ('PDF', 'PNG', 'JPEG', 'WAV', 'MP3', 'TEXT')),
    bytes        bigint       NOT NULL CHECK (bytes > 0),
    stored_file  varchar(64),
    sha256       char(64)     NOT NULL,
    scanned      boolean      NOT NULL,
    added_by     varchar(200) NOT NULL,
    added_at     timestamptz  NOT NULL,
    removed_at   timestamptz,
    CHECK ((removed_at IS NULL) = (stored_file IS NOT NULL)),
    CHECK ((removed_at IS NULL) = (file_name IS NOT NULL))
);
COMMENT ON TABLE complaints.attachment IS
    'Files that belong to a complaint; they lie in the folder of uploads under their hash. That there was one stays when it is gone';
COMMENT ON COLUMN complaints.attachment.type IS 'By its content; what its name says is not believed';
COMMENT ON COLUMN complaints.attachment.scanned IS 'Whether a scanner for viruses looked at it';
CREATE INDEX attachment_complaint ON complaints.attachment (complaint_id, added_at);
CREATE INDEX attachment_file ON complaints.attachment (stored_file) WHERE stored_file IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON complaints.attachment TO ${app_role};

CREATE TABLE complaints.party (
    id           uuid         PRIMARY KEY,
    complaint_id uuid         NOT NULL REFERENCES complaints.complaint,
    role         varchar(14)  NOT NULL CHECK (role IN ('AGENT', 'HEIR', 'REPRESENTATIVE')),
    name         varchar(100),
    contact      varchar(200),
    relation     varchar(100) NOT NULL,
    document     varchar(200) NOT NULL,
    added_by     varchar(200) NOT NULL,
    added_at     timestamptz  NOT NULL
);
COMMENT ON TABLE complaints.party IS 'Who speaks for the complainant, by what relation and proved by which document';
CREATE INDEX party_complaint ON complaints.party (complaint_id, added_at);
GRANT SELECT, INSERT, UPDATE ON complaints.party TO ${app_role};

CREATE TABLE complaints.joined (
    complaint_id uuid         PRIMARY KEY REFERENCES complaints.complaint,
    main_id      uuid         NOT NULL REFERENCES complaints.complaint,
    reason       varchar(500) NOT NULL,
    joined_by    varchar(200) NOT NULL,
    joined_at    timestamptz  NOT NULL,
    CHECK (complaint_id <> main_id)
);
COMMENT ON TABLE complaints.joined IS 'Cases that are the same matter as an earlier one, which goes on with its own clock; immutable';
CREATE INDEX joined_main ON complaints.joined (main_id, joined_at);
CALL shared.make_immutable('complaints.joined');
GRANT SELECT, INSERT ON complaints.joined TO ${app_role};
