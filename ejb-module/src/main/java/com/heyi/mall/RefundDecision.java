package com.heyi.mall;

/** What became of the points of a cancelled line, by the lot they had come from. */
public enum RefundDecision {
  /** Back into their own lot, which had not expired. */
  RETURNED,
  /** Their lot had expired: into a new lot with a short life of its own. */
  RESTORED,
  /** Their lot had expired, or they were given up as its grant was reversed: not given back. */
  FORFEITED
}
