package com.heyi.complaints;

/** What came of a call that was promised. */
public enum CallOutcome {
  /** Whoever was promised it was spoken to. */
  REACHED,
  /** Nobody answered, or somebody else did. */
  NOT_REACHED
}
