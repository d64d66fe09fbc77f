-- Whose an account is and where it was opened, where and when a customer came, and what an app is, stays so:
-- the application may change only what changes with them.

REVOKE UPDATE ON accounts.customer, accounts.account, accounts.app FROM ${app_role};
GRANT UPDATE (version, number, name, resident_id, birth_date, gender, phone, address, identity_status,
    merged_into) ON accounts.customer TO ${app_role};
GRANT UPDATE (version, type, status) ON accounts.account TO ${app_role};
GRANT UPDATE (version, owner_department, status) ON accounts.app TO ${app_role};
