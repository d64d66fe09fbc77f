-- How long what customers used, and what their menus are ranked by, is kept.
INSERT INTO privacy.retention (kind, mode, keep_days, minimum_days, source, verified) VALUES
    ('menu-uses', 'PURGED', 184, 32,
     '个人信息保护法第十九条：保存期限为实现处理目的所必要的最短时间；三十二日内渠道可重复报送同一次使用，须能识别', false),
    ('menu-habits', 'PURGED', 731, 0,
     '个人信息保护法第十九条；两年未再出现的使用习惯对菜单排序已无作用', false);
