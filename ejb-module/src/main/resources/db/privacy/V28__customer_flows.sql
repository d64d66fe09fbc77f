-- Movements that were written down to alert managers are needed as long as a day can still change.
INSERT INTO privacy.retention (kind, mode, keep_days, minimum_days, source, verified) VALUES
    ('customer-flows', 'PURGED', 400, 0,
     '个人信息保护法第十九条：保存期限为实现处理目的所必要的最短时间；交易本身以存款分录为准另行保存', true);
