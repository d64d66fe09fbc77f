-- Invoices are vouchers of the books: they stay, under the customer's id only.
INSERT INTO privacy.retention (kind, mode, keep_days, minimum_days, source, verified) VALUES
    ('invoices', 'FOREVER', NULL, 10958,
     '会计档案管理办法（财政部、国家档案局令第79号）：会计凭证三十年；发票管理办法：发票存根五年；个人抬头随客户去标识化清空', false);
