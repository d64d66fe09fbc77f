package com.heyi.complaints;

/** Which cases a batch triages. */
public enum TriageScope {
  /** Those with something left to do. */
  OPEN,
  /** Every case, also closed ones: to see what would have been suggested. */
  ALL
}
