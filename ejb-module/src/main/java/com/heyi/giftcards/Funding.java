package com.heyi.giftcards;

/** What the money of a new gift card comes from. */
public enum Funding {
  /** Sold over the counter. */
  CASH,
  /** A present of the bank's. */
  GIVEN
}
