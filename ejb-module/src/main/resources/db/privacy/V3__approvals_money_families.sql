-- How long approvals, the words beside money, and families are kept.

INSERT INTO privacy.retention (kind, mode, keep_days, minimum_days, source, verified) VALUES
    ('approval-requests', 'PURGED', 3653, 3653,
     '反洗钱法（2024年修订）：客户交易信息在交易结束后至少保存十年；复核申请是其业务凭证，到期清空内容，谁在何时作何决定永久保留；复核规则与保存期限的变更不清空',
     false),
    ('money-texts', 'PURGED', 3653, 3653,
     '反洗钱法（2024年修订）：客户交易信息在交易结束后至少保存十年（对手方、附言）', false),
    ('money-ledger', 'FOREVER', NULL, 10958,
     '会计档案管理办法（财政部、国家档案局令第79号）：会计账簿三十年；资金账簿只以账户编号记账', false),
    ('family-notices', 'PURGED', 366, 0,
     '个人信息保护法第十九条；儿童个人信息网络保护规定第十二条：不得超过实现其收集、使用目的所必需的期限', false),
    ('family-texts', 'PURGED', 366, 0,
     '个人信息保护法第十九条；儿童个人信息网络保护规定第十二条；已结束的任务、已放弃的目标、无人的家庭名称，金额另在资金账簿',
     false);
