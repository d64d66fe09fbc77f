package com.heyi.giftcards;

/** How a gift card stands. Whether anything is left on it is another matter. */
public enum CardStatus {
  /** It has money, but nobody has its code yet. */
  ISSUED,
  /** Whoever has its code can pay with it. */
  ACTIVE,
  /** Lost: it pays nothing until it is replaced, and does not expire meanwhile. */
  BLOCKED,
  /** Another card has taken over what was left on it. */
  REPLACED,
  /** Its last day is over, and what was left on it is written off. */
  EXPIRED
}
