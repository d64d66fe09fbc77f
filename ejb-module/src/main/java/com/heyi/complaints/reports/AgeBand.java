package com.heyi.complaints.reports;

/** Calendar days of the bank since an open case came in first. */
public enum AgeBand {
  /** Up to 7 days. */
  DAYS_0_7(0, 7),
  DAYS_8_15(8, 15),
  DAYS_16_30(16, 30),
  DAYS_31_60(31, 60),
  /** 61 days and more. */
  DAYS_61(61, Integer.MAX_VALUE);

  private final int first;
  private final int last;

  AgeBand(int first, int last) {
    this.first = first;
    this.last = last;
  }

  /** Fewest days. */
  public int first() {
    return first;
  }

  /** Most days. */
  public int last() {
    return last;
  }
}
