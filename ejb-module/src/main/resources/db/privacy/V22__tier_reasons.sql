-- The words by which a tier was set by hand are about a person; which tier he had, and when, stays.
INSERT INTO privacy.retention (kind, mode, keep_days, minimum_days, source, verified) VALUES
    ('tier-reasons', 'PURGED', 1826, 0,
     '个人信息保护法第十九条：保存期限为实现处理目的所必要的最短时间；客户等级及其变更只以客户编号保存', true);
