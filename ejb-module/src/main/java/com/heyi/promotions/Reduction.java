package com.heyi.promotions;

/** What a coupon takes off. */
public enum Reduction {
  /** So many percent of what it is good for, rounded down. */
  PERCENT,
  /** So many points, at most what it is good for. */
  POINTS
}
