-- Coupons, memberships and earnings stay, as orders, campaigns and the points ledger add up with them;
-- what staff wrote about them goes.
INSERT INTO privacy.retention (kind, mode, keep_days, minimum_days, source, verified) VALUES
    ('promotion-words', 'PURGED', 1096, 1096,
     '电子商务法第三十一条：交易信息不少于三年，发放、收回优惠券及收回任务奖励的原因比照保存', false),
    ('promotion-records', 'FOREVER', NULL, 1096,
     '电子商务法第三十一条：交易信息不少于三年；优惠券、会员与任务记录只以客户编号保存，与订单、活动预算及积分账簿勾稽', false);
