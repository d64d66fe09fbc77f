package com.heyi.complaints;

/** What a deadline is for. */
public enum ClockKind {
  /** The quick way: settled by then, a short note suffices. Missing it breaks no rule. */
  SUMMARY,
  /** The answer to the complaint. */
  ANSWER,
  /** The final answer, where the first one was that more time is needed. */
  FINAL,
  /** The new answer, after the complainant contested the one before (核查). */
  REVIEW;

  /** Whether missing it breaks the rule. */
  public boolean binds() {
    return this != SUMMARY;
  }
}
