-- Why a customer was handed over and what was done about an alert are words about a person.
INSERT INTO privacy.retention (kind, mode, keep_days, minimum_days, source, verified) VALUES
    ('manager-words', 'PURGED', 1826, 0,
     '个人信息保护法第十九条：保存期限为实现处理目的所必要的最短时间；由谁维护、何时移交及金额只以客户编号保存', true);
