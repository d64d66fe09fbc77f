package com.heyi.mall;

/** What money is paid with. */
public enum Tender {
  /** An account of the customer at this bank. */
  ACCOUNT,
  /** A gift card, whoever has its code. */
  GIFT_CARD
}
