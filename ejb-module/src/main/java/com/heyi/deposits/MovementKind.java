package com.heyi.deposits;

/** Why money moves. */
public enum MovementKind {
  /** Paid in over the counter. */
  CASH_IN(true),
  /** Paid out over the counter. */
  CASH_OUT(false),
  /** From an account at another bank. */
  INFLOW(true),
  /** To an account at another bank. */
  OUTFLOW(false),
  /** Paid to a shop or for a bill. */
  SPENDING(false),
  /** To another account at this bank. */
  TRANSFER(false),
  /** Paid to a complainant by the bank; booked only by the complaints desk. */
  REDRESS(true),
  /** Paid to the bank's own mall for an order or as a fee; booked only by the mall. */
  PURCHASE(false),
  /**
   * Given back by the mall for goods that were cancelled or came back, or of a fee; booked only by
   * the mall.
   */
  REFUND(true),
  /** Takes back an earlier movement. */
  REVERSAL(true);

  private final boolean in;

  MovementKind(boolean in) {
    this.in = in;
  }

  /** Whether it brings money into the account on which it is booked. */
  public boolean isIn() {
    return in;
  }

  /** Whether people book it as it is; what is not belongs to another deed, such as a complaint. */
  public boolean isBookedByPeople() {
    return this != REVERSAL && this != REDRESS && !isOfTheMall();
  }

  /** Whether it belongs to an order of the mall, and is undone there. */
  public boolean isOfTheMall() {
    return this == PURCHASE || this == REFUND;
  }

  /** Whether there is somebody on the other side who must be named. */
  public boolean namesCounterparty() {
    return this != CASH_IN && this != CASH_OUT && isBookedByPeople();
  }
}
