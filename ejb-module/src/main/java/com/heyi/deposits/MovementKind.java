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
    return this != REVERSAL && this != REDRESS;
  }

  /** Whether there is somebody on the other side who must be named. */
  public boolean namesCounterparty() {
    return this != CASH_IN && this != CASH_OUT && isBookedByPeople();
  }
}
