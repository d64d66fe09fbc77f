package com.heyi.winddown;

/** What an old app holds for a customer. */
public enum HoldingKind {
  POINTS,
  /** Stored value in CNY. */
  MONEY,
  /** A line of an order that was paid and not shipped. */
  ORDER,
  COUPON
}
