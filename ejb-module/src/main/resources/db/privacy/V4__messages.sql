-- Messages to customers prove that a complainant was told, so they are kept as long as his case.
INSERT INTO privacy.retention (kind, mode, keep_days, minimum_days, source, verified) VALUES
    ('messages', 'PURGED', 1826, 1096,
     '银行业保险业消费投诉处理管理办法（银保监会令2020年第3号）投诉档案，三年：告知投诉人的证明', false);
