package com.heyi.learning;

/** Where the points of a violation stand. {@link ViolationStep} says what leads where. */
public enum ViolationStatus {
  /** Given; the member of the staff has not appealed. */
  STANDING,
  /** He has, and waits; the points count meanwhile. */
  APPEALED,
  /** Somebody else found them right. */
  UPHELD,
  /** Somebody else took them back: they count no more. */
  LIFTED;

  /** Whether the points count, as long as they have not lapsed. */
  public boolean counts() {
    return this != LIFTED;
  }
}
