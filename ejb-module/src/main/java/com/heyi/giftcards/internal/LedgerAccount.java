package com.heyi.giftcards.internal;

import com.heyi.giftcards.CardEntryKind;
import com.heyi.giftcards.Funding;

/** The accounts of the ledger of gift cards. */
enum LedgerAccount {
  /** What is owed to bearers, card by card. */
  GIFT_CARDS,
  /** What cards were sold for over the counter. */
  CASH,
  /** What the bank gave away. */
  GIVEN,
  /** What cards paid to the bank's own mall, less what it gave back. */
  MALL,
  /** What was written off, less what was brought back. */
  BREAKAGE;

  /** The bank's own side of money that comes onto a new card. */
  static LedgerAccount of(Funding funding) {
    return switch (funding) {
      case CASH -> CASH;
      case GIVEN -> GIVEN;
    };
  }

  /** The bank's own side of a movement of a card that exists. */
  static LedgerAccount of(CardEntryKind kind) {
    return switch (kind) {
      case REDEEM, REFUND -> MALL;
      case EXPIRE, REACTIVATE -> BREAKAGE;
      case ISSUE, REPLACE -> throw new IllegalArgumentException(kind + " has another side");
    };
  }
}
