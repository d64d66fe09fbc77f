-- Whose search it is and what it asks stays so: it may only be named anew.

REVOKE UPDATE ON audit.saved_search FROM ${app_role};
GRANT UPDATE (version, name) ON audit.saved_search TO ${app_role};
