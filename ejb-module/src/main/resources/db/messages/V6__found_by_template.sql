-- Messages of a template that is rarely sent were looked for in all of them: 613 ms of 1.6 million.
CREATE INDEX message_template ON messages.message (template, queued_at, id);
