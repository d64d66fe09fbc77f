package com.heyi.complaints;

/** What came of winning a customer back. */
public enum WinBackOutcome {
  /** He stays. */
  STAYS,
  /** He has not decided. */
  UNDECIDED,
  /** He leaves. */
  LEAVES,
  /** He could not be reached. */
  NOT_REACHED
}
