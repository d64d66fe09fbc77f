package com.heyi.deposits.internal;

import com.heyi.deposits.MovementKind;

/** The bank's own side of a movement. */
enum SystemAccount {
  /** Notes and coins over the counter. */
  CASH,
  /** What is settled with other banks and with shops. */
  CLEARING,
  /** What the bank pays complainants. */
  REDRESS,
  /** What is paid to the bank's own mall, less what the mall has given back. */
  MALL;

  /** The side on which a movement of this kind leaves or enters the bank. */
  static SystemAccount of(MovementKind kind) {
    return switch (kind) {
      case CASH_IN, CASH_OUT -> CASH;
      case REDRESS -> REDRESS;
      case PURCHASE, REFUND -> MALL;
      default -> CLEARING;
    };
  }
}
