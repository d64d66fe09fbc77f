package com.heyi.mall;

/** What became of a checkout. All but {@link #OPEN} are final. */
public enum CheckoutStatus {
  /** Points and pieces are set aside. */
  OPEN,
  /** The order is placed. */
  CONFIRMED,
  /** Let go by somebody. */
  RELEASED,
  /** Let go by itself, because its time was over. */
  TIMED_OUT
}
