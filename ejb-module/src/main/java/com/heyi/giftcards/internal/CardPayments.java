package com.heyi.giftcards.internal;

import com.heyi.giftcards.CardPayment;
import com.heyi.giftcards.GiftCards;
import com.heyi.shared.value.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Answers the mall from the ledger of gift cards. */
@ApplicationScoped
public class CardPayments implements GiftCards {
  @Inject private Cards cards;
  @Inject private CardBook book;

  protected CardPayments() {}

  public CardPayments(Cards cards, CardBook book) {
    this.cards = cards;
    this.book = book;
  }

  @Override
  public CardPayment pay(String code, Money amount) {
    return cards.pay(code, amount, false);
  }

  @Override
  public CardPayment payUpTo(String code, Money most) {
    return cards.pay(code, most, true);
  }

  @Override
  public CardPayment refund(UUID entryId, Money amount) {
    return cards.refund(entryId, amount);
  }

  @Override
  public Map<UUID, Money> moved(Collection<UUID> entryIds) {
    return book.moved(entryIds);
  }

  @Override
  public Map<UUID, String> numbers(Collection<UUID> cardIds) {
    return book.numbers(cardIds);
  }
}
