-- What is said to whom, and whose wishes are whose, stays as it was queued or said first: the application may change
-- only how the sending goes, and what is wished.

REVOKE UPDATE ON messages.message, messages.preference FROM ${app_role};
GRANT UPDATE (version, status, channel, way, refused, failing_since, language, attempts, next_attempt_at, trouble,
    sent_at) ON messages.message TO ${app_role};
GRANT UPDATE (version, language, channel, email) ON messages.preference TO ${app_role};
