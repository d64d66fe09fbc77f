-- How long the words are kept that were written so that the bank learns from complaints.
INSERT INTO privacy.retention (kind, mode, keep_days, minimum_days, source, verified) VALUES
    ('care-texts', 'PURGED', 1826, 1096,
     '银行业保险业消费投诉处理管理办法（银保监会令2020年第3号）投诉档案，三年：挽留、二次失误与满意度调查的文字', false),
    ('violation-texts', 'PURGED', 1826, 1096,
     '银行业保险业消费投诉处理管理办法（银保监会令2020年第3号）责任追究的档案，三年；积分未失效或申诉未决的不清空', false);
