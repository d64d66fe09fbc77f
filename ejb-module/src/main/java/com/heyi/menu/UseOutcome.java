package com.heyi.menu;

/** How a use ended. */
public enum UseOutcome {
  OK,
  FAILED,
  /** The customer went away without an end. */
  ABANDONED
}
