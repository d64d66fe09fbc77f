package com.heyi.giftcards;

/** Why money of a gift card moves. */
public enum CardEntryKind {
  /** It comes onto a new card. */
  ISSUE,
  /** The card pays for an order of the mall. */
  REDEEM,
  /** The mall gives back what the card had paid. */
  REFUND,
  /** What is left is written off when the last day is over. */
  EXPIRE,
  /** What was written off comes back onto the card. */
  REACTIVATE,
  /** What is left on a lost card goes to the one that replaces it. */
  REPLACE
}
