-- What buyers say stays while it is shown; what was refused or hidden is needed for disputes only.
INSERT INTO privacy.retention (kind, mode, keep_days, minimum_days, source, verified) VALUES
    ('review-texts', 'PURGED', 1096, 1096,
     '电子商务法第三十九条：不得删除消费者的评价，故已公开的评价不清除；第三十一条：交易信息不少于三年，未予公开或已隐藏的评价文字比照保存', false);
