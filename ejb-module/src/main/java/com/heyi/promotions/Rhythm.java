package com.heyi.promotions;

/** How often a benefit may be taken; days, weeks and months are the bank's. */
public enum Rhythm {
  /** Once a day. */
  DAILY,
  /** Twice a week from Monday to Sunday, on two days. */
  TWICE_A_WEEK,
  /** Once on one day of the week. */
  ON_A_WEEKDAY,
  /** Twice a calendar month, on two days. */
  TWICE_A_MONTH
}
