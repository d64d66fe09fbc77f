package com.heyi.mall;

/** Where the points of a lot come from. */
public enum LotSource {
  GRANTED,
  /** Given back after their own lot had expired; see {@link RefundDecision#RESTORED}. */
  RESTORED,
  /** Added by a correction by hand. */
  ADJUSTED,
  /** Come from another member of the household; the last day is that of the lot they left. */
  TRANSFERRED,
  /** Come from another record of the same person; days and kind are those of the lot they left. */
  MOVED
}
