-- Who tried codes that are none is needed while it bounds further tries, and a while to look into it.
INSERT INTO privacy.retention (kind, mode, keep_days, minimum_days, source, verified) VALUES
    ('gift-card-wrong-codes', 'PURGED', 184, 184,
     '网络安全法第二十一条：网络日志留存不少于六个月；不含所试密码', false);
