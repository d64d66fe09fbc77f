package com.heyi.mall;

/** How the last day of points is found from the day on which they count as granted. */
public enum ExpiryMethod {
  /** So many days after it. */
  DAYS,
  /** The end of the month, so many months later. */
  MONTH_END,
  /** The end of the so manieth calendar year; the year of the grant is the first. */
  YEAR_END,
  NEVER
}
