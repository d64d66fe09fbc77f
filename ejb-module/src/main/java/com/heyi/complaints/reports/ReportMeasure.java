package com.heyi.complaints.reports;

/**
 * What is counted of the cases received in a period. A case joined to an earlier one is the same
 * matter and counted with it: once. One that was re-opened, contested or reviewed stays one case of
 * the day on which it came in first.
 */
public enum ReportMeasure {
  /** All of them. */
  RECEIVED,
  /** There is still something to do. */
  OPEN,
  /** Closed, by the desk or by the body that it was taken over from. */
  CLOSED,
  /** Taken back by the complainant, and not for being joined. */
  WITHDRAWN,
  /**
   * Answered, with every deadline that binds met: also those of reviews and after re-opening. Days
   * on which the clock stood still do not count, extensions do. What was taken back is no answer.
   */
  ON_TIME,
  /**
   * A deadline that binds was missed, or is being missed now: whatever came after, also when the
   * case was taken back then.
   */
  LATE,
  /** Closed by the desk itself. */
  SETTLED,
  /** Of the settled, those that never left the first level, the branch. */
  FIRST_LEVEL,
  /** Customer and cause are known, so that it can be told whether he came back. */
  COMPARABLE,
  /**
   * Of the comparable, those whose customer had complained for the same cause up to 90 days before,
   * from receipt to receipt, wherever and in whichever period that was.
   */
  REPEATED
}
