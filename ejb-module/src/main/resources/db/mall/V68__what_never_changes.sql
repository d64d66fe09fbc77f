-- Which item, category or family it is, and whose cart a line lies in, stays so: the application may change only what
-- is said of them, and how many there are.

REVOKE UPDATE ON mall.item, mall.item_words, mall.category, mall.item_family, mall.cart_line, mall.purchase_limit
    FROM ${app_role};
GRANT UPDATE (version, name, price, stock, status, category_id, family_id, options, cash)
    ON mall.item TO ${app_role};
GRANT UPDATE (name, category_words, words) ON mall.item_words TO ${app_role};
GRANT UPDATE (version, parent_id, path, name_en, name_zh_cn, name_zh_tw, position, retired, words)
    ON mall.category TO ${app_role};
GRANT UPDATE (version, name, options) ON mall.item_family TO ${app_role};
GRANT UPDATE (quantity, price_seen) ON mall.cart_line TO ${app_role};
GRANT UPDATE (pieces, days) ON mall.purchase_limit TO ${app_role};
