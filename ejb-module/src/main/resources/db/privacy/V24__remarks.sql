-- Suggestions and praise are no complaints, so no law wants them kept.
INSERT INTO privacy.retention (kind, mode, keep_days, minimum_days, source, verified) VALUES
    ('remark-texts', 'PURGED', 1096, 0,
     '个人信息保护法第十九条：不得超过实现处理目的所必要的最短时间；建议与表扬非投诉档案', false);
