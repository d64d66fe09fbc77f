package com.heyi.testing;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.giftcards.BlockCard;
import com.heyi.giftcards.Funding;
import com.heyi.giftcards.GiftCardView;
import com.heyi.giftcards.GiftCards;
import com.heyi.giftcards.HandOverCard;
import com.heyi.giftcards.IssueCard;
import com.heyi.giftcards.ReplaceCard;
import com.heyi.giftcards.internal.CardBook;
import com.heyi.giftcards.internal.CardCodes;
import com.heyi.giftcards.internal.CardPayments;
import com.heyi.giftcards.internal.CardRules;
import com.heyi.giftcards.internal.Cards;
import com.heyi.giftcards.internal.WrongCodes;
import com.heyi.shared.value.Money;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;

/** Gift cards over the real database, within a transaction of the test. */
public final class CardFixture {
  public static final int MOST_WRONG_CODES = 3;
  public static final int WITHIN_MINUTES = 15;

  /** What others try keeps nobody out: tests share the database. */
  private static final WrongCodes.Bounds BOUNDS =
      new WrongCodes.Bounds(MOST_WRONG_CODES, WITHIN_MINUTES, Integer.MAX_VALUE, MOST_WRONG_CODES);

  private static final CardCodes CODES =
      new CardCodes("a key of tests, never one of a bank".getBytes(StandardCharsets.UTF_8));

  private final CustomerDirectory customers;

  public CardFixture(CustomerDirectory customers) {
    this.customers = customers;
  }

  /** A card with the code that its bearer was told. */
  public record Held(UUID id, String code) {}

  public Cards cards(EntityManager em, Clock clock) {
    return new Cards(em, clock, rules(em, clock), CODES, new CountedApart(em, clock));
  }

  public CardRules rules(EntityManager em, Clock clock) {
    return new CardRules(em, clock);
  }

  public CardBook book(EntityManager em, Clock clock) {
    return new CardBook(em, clock, customers);
  }

  public GiftCards payments(EntityManager em, Clock clock) {
    return new CardPayments(cards(em, clock), book(em, clock));
  }

  public GiftCardView view(EntityManager em, Clock clock, UUID card) {
    return book(em, clock).view(card);
  }

  /** A card that was sold over the counter and handed over. */
  public Held sold(EntityManager em, Clock clock, String amount) {
    UUID id = cards(em, clock).issue(new IssueCard(Money.cny(amount), Funding.CASH, null, null));
    return handedOver(em, clock, id);
  }

  public Held handedOver(EntityManager em, Clock clock, UUID id) {
    long version = view(em, clock, id).version();
    return new Held(id, cards(em, clock).handOver(new HandOverCard(id, version)));
  }

  public void block(EntityManager em, Clock clock, UUID id) {
    cards(em, clock).block(new BlockCard(id, view(em, clock, id).version(), "lost on the bus"));
  }

  /** The card that takes over what is left, not handed over yet. */
  public UUID replaced(EntityManager em, Clock clock, UUID id) {
    return cards(em, clock)
        .replace(new ReplaceCard(id, view(em, clock, id).version(), "lost on the bus"));
  }

  /** Counts in a transaction of its own, as the container does. */
  private static final class CountedApart extends WrongCodes {
    private final Clock clock;

    CountedApart(EntityManager em, Clock clock) {
      super(em, clock, new KeptTrail(), BOUNDS);
      this.clock = clock;
    }

    @Override
    public void count() {
      TestDatabase.get()
          .doInTransaction(em -> new WrongCodes(em, clock, new KeptTrail(), BOUNDS).count());
    }
  }
}
