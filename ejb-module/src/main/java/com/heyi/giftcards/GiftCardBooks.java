package com.heyi.giftcards;

import com.heyi.shared.value.Money;

/**
 * The books of gift cards, proved from their postings.
 *
 * @param liability what is owed to bearers: the balances of all cards
 * @param sold what cards were sold for
 * @param given what the bank gave away by cards
 * @param redeemed what cards paid the mall, less what it gave back
 * @param breakage what was written off, less what was brought back
 * @param difference sold and given, less redeemed, breakage and liability; anything but zero is a
 *     fault
 * @param cards how many cards there are
 * @param entries how many entries there are
 * @param wrongBalances how many cards have another balance than their postings say
 */
public record GiftCardBooks(
    Money liability,
    Money sold,
    Money given,
    Money redeemed,
    Money breakage,
    Money difference,
    long cards,
    long entries,
    long wrongBalances) {
  /** Whether nothing is wrong. */
  public boolean sound() {
    return difference.isZero() && wrongBalances == 0;
  }
}
