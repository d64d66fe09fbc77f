package com.heyi.giftcards;

import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Money;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Gift cards as a means of payment, inside the transaction of whoever is paid. A card's row is held
 * until that ends.
 */
public interface GiftCards {
  /**
   * Pays with the card that has this code.
   *
   * @param amount how much
   * @throws HeyiException {@link GiftCardsError#CODE_UNKNOWN}, which counts against the caller,
   *     {@link GiftCardsError#CODE_LOCKED}, {@link GiftCardsError#STATUS}, {@link
   *     GiftCardsError#EXPIRED}, {@link GiftCardsError#EMPTY}, {@link GiftCardsError#INSUFFICIENT}
   */
  CardPayment pay(String code, Money amount);

  /**
   * Pays as much as is left on the card, but no more than this.
   *
   * @throws HeyiException as {@link #pay}, but never for too little
   */
  CardPayment payUpTo(String code, Money most);

  /**
   * Gives back a part or all of what a card paid: onto that card, or when it was replaced onto the
   * one that took its place. A card whose last day is over lasts again for some days.
   *
   * @param entryId the payment
   * @return where it went
   * @throws HeyiException {@link GiftCardsError#REFUND_TOO_MUCH}
   */
  CardPayment refund(UUID entryId, Money amount);

  /**
   * What these payments, and what was given back, moved on the cards: below zero when a card paid,
   * above when it took. An id that is neither is left out.
   */
  Map<UUID, Money> moved(Collection<UUID> entryIds);

  /** The numbers of these cards, by id. */
  Map<UUID, String> numbers(Collection<UUID> cardIds);
}
