-- What a membership, a campaign, a coupon, a benefit or a task says when it is made stays so: the
-- application may change only how it fares.

REVOKE UPDATE ON promotions.membership, promotions.campaign, promotions.coupon, promotions.benefit,
    promotions.task, promotions.member FROM ${app_role};
GRANT UPDATE (version, ended_on, refunded, refund_entry, cash_refunded, cash_payback)
    ON promotions.membership TO ${app_role};
GRANT UPDATE (version, status, budget, run_id) ON promotions.campaign TO ${app_role};
GRANT UPDATE (version, status, valid_until, checkout_id, order_id, points_off)
    ON promotions.coupon TO ${app_role};
GRANT UPDATE (version, ends_on) ON promotions.benefit TO ${app_role};
GRANT UPDATE (version, ends_on) ON promotions.task TO ${app_role};

-- Locking a row takes the right to update one of its columns; the trigger sees to it that none is.
GRANT UPDATE (since) ON promotions.member TO ${app_role};
CALL shared.make_immutable('promotions.member');
