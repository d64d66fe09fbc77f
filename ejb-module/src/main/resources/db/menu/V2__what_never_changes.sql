-- Which function, whose habit, whose wishes and what help was offered for stays so: the application may
-- change only what becomes of them.

REVOKE UPDATE ON menu.function, menu.habit, menu.preference, menu.help FROM ${app_role};
GRANT UPDATE (version, area, name_zh_cn, name_zh_tw, name_en, owner_department, on_app, on_counter, on_phone)
    ON menu.function TO ${app_role};
GRANT UPDATE (weight, last_used_at, uses, segment) ON menu.habit TO ${app_role};
GRANT UPDATE (version, left_handed, large_text, pins, hides) ON menu.preference TO ${app_role};
GRANT UPDATE (version, status, ended_at, ended_by) ON menu.help TO ${app_role};
