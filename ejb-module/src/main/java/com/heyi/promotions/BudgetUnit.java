package com.heyi.promotions;

/** What a budget counts. */
public enum BudgetUnit {
  /** Coupons, when they are issued. */
  COUPONS,
  /** Points, when they are taken off a price or given to a customer. */
  POINTS
}
