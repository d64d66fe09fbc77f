-- Coupons that are good for categories of the catalogue, each with all that stands below it.

CREATE TABLE promotions.template_category (
    template_id uuid        NOT NULL REFERENCES promotions.coupon_template,
    category    varchar(30) NOT NULL,
    PRIMARY KEY (template_id, category)
);
COMMENT ON TABLE promotions.template_category IS
    'The categories whose items, also those in the categories below, a limited coupon is good for, by their codes; immutable';
CALL shared.make_immutable('promotions.template_category');
GRANT SELECT, INSERT ON promotions.template_category TO ${app_role};

COMMENT ON COLUMN promotions.coupon_template.limited IS
    'Good only for the items named in template_item and those in the categories named in template_category';
