-- A coupon's code names it alone; which kind it becomes is what is said of it.
CREATE UNIQUE INDEX holding_coupon_once ON winddown.holding (plan_id, ref) WHERE kind = 'COUPON';
