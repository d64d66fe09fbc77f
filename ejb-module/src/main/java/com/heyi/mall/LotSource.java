package com.heyi.mall;

/** Where the points of a lot come from. */
public enum LotSource {
  GRANTED,
  /** Given back after their own lot had expired; see {@link RefundDecision#RESTORED}. */
  RESTORED
}
