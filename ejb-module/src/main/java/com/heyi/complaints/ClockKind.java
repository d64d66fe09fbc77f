package com.heyi.complaints;

/** What a deadline is for. */
public enum ClockKind {
  /** The answer to the complaint. */
  ANSWER,
  /** The final answer, where the first one was that more time is needed. */
  FINAL,
  /** The new answer, after the complainant contested the one before (核查). */
  REVIEW
}
