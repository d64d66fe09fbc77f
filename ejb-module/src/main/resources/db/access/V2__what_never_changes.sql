-- Whose sign-in or role it is stays so: the application may change only when it was last, and by whom.

REVOKE UPDATE ON access.last_sign_in, access.role_grant FROM ${app_role};
GRANT UPDATE (at, address, client) ON access.last_sign_in TO ${app_role};
GRANT UPDATE (granted_at, granted_by, via) ON access.role_grant TO ${app_role};
