package com.heyi.complaints.reports;

/** How much of the time of its nearest clock that binds an open case has used. */
public enum UsedBand {
  /** Less than half. */
  UNDER_50,
  /** Half or more, less than three quarters. */
  UNDER_75,
  /** Three quarters or more, and still in time. */
  UNDER_100,
  /** The deadline has passed. */
  OVER,
  /** It stands still while the complainant must bring something. */
  STANDS_STILL,
  /** No clock runs: the complainant has his answer, the case is not closed yet. */
  NONE_RUNS
}
