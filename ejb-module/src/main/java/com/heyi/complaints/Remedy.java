package com.heyi.complaints;

/** Kinds of remedy, for which each level has its own authority. */
public enum Remedy {
  EXPLANATION(false),
  NON_MONETARY_RELIEF(false),
  NO_RELIEF(false),
  /** Money or points for a loss that the bank answers for. */
  COMPENSATION(true),
  /** Money or points out of goodwill, without any duty. */
  EX_GRATIA(true);

  private final boolean amount;

  Remedy(boolean amount) {
    this.amount = amount;
  }

  /** Whether it is given in money or points, so that an amount bounds it. */
  public boolean hasAmount() {
    return amount;
  }
}
