package com.heyi.promotions;

/** On which days a coupon can be used. */
public enum Validity {
  /** From one day to another, the same for all. */
  DATED,
  /** On the bank's day on which it was issued. */
  ISSUE_DAY,
  /** On the day of issue and so many days after it. */
  DAYS_AFTER_ISSUE
}
