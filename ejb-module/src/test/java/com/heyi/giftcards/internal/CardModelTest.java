package com.heyi.giftcards.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.giftcards.CardPayment;
import com.heyi.giftcards.GiftCardBooks;
import com.heyi.giftcards.GiftCards;
import com.heyi.mall.internal.KnownCustomers;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.value.Money;
import com.heyi.testing.CardFixture;
import com.heyi.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * One card with those that replace it, driven at random against a model that knows four numbers.
 * What was issued is left, paid or written off after each step, and the books say the same.
 */
class CardModelTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int STEPS = 25;
  private static final long ISSUED = 5000;

  private final CardFixture cards = new CardFixture(new KnownCustomers());

  @Property(tries = 30)
  void whateverIsDoneNothingIsLostAndNothingIsMade(@ForAll long seed) {
    new Run(new Random(seed)).run();
  }

  private final class Run {
    private final Random random;
    private final List<CardPayment> payments = new ArrayList<>();
    private final List<Long> open = new ArrayList<>();
    private LocalDate today = LocalDate.of(2026, 3, 10);
    private CardFixture.Held card;
    private long left = ISSUED;
    private long paid;
    private long off;

    Run(Random random) {
      this.random = random;
    }

    void run() {
      GiftCardBooks before = books();
      card = in((em, clock) -> cards.sold(em, clock, "50.00"));
      for (int step = 0; step < STEPS; step++) {
        switch (random.nextInt(6)) {
          case 0, 1 -> pay();
          case 2 -> refund();
          case 3 -> replace();
          case 4 -> expire();
          default -> today = today.plusDays(random.nextInt(400));
        }
        assertThat(left + paid + off).isEqualTo(ISSUED);
        assertThat(in((em, clock) -> cards.view(em, clock, card.id())).balance())
            .isEqualTo(fen(left));
        GiftCardBooks after = books();
        assertThat(after.liability().minus(before.liability())).isEqualTo(fen(left));
        assertThat(after.redeemed().minus(before.redeemed())).isEqualTo(fen(paid));
        assertThat(after.breakage().minus(before.breakage())).isEqualTo(fen(off));
        assertThat(after.difference()).isEqualTo(before.difference());
      }
    }

    private void pay() {
      long wanted = 1 + random.nextInt(3000);
      try {
        CardPayment done = in((em, clock) -> of(em, clock).payUpTo(card.code(), fen(wanted)));
        long took = done.amount().smallestUnits();
        assertThat(took).isEqualTo(Math.min(wanted, left));
        left -= took;
        paid += took;
        payments.add(done);
        open.add(took);
      } catch (HeyiException e) {
        boolean over = in((em, clock) -> cards.view(em, clock, card.id())).overdue();
        assertThat(left == 0 || over).as(e.code()).isTrue();
      }
    }

    private void refund() {
      if (payments.isEmpty()) {
        return;
      }
      int which = random.nextInt(payments.size());
      long back = open.get(which) == 0 ? 0 : 1 + random.nextLong(open.get(which));
      if (back == 0) {
        return;
      }
      // What the card still has when its day is over is written off before it lasts again.
      if (in((em, clock) -> cards.view(em, clock, card.id())).overdue()) {
        off += left;
        left = 0;
      }
      UUID entry = payments.get(which).entryId();
      in((em, clock) -> of(em, clock).refund(entry, fen(back)));
      open.set(which, open.get(which) - back);
      paid -= back;
      left += back;
    }

    private void replace() {
      try {
        UUID next = in((em, clock) -> cards.replaced(em, clock, card.id()));
        card = in((em, clock) -> cards.handedOver(em, clock, next));
      } catch (HeyiException e) {
        assertThat(left).as(e.code()).isZero();
      }
    }

    private void expire() {
      if (in((em, clock) -> cards.cards(em, clock).expire(card.id()).isPresent())) {
        off += left;
        left = 0;
      }
    }

    private GiftCards of(EntityManager em, Clock clock) {
      return cards.payments(em, clock);
    }

    private GiftCardBooks books() {
      return in((em, clock) -> cards.book(em, clock).books());
    }

    private <T> T in(BiFunction<EntityManager, Clock, T> work) {
      Clock clock = Clock.fixed(today.atTime(12, 0).atZone(ZONE).toInstant(), ZONE);
      try {
        return CallContext.callAs(
            Caller.system(UUID.randomUUID().toString()),
            () -> TestDatabase.get().inTransaction(em -> work.apply(em, clock)));
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static Money fen(long amount) {
    return new Money(BigDecimal.valueOf(amount, 2), Money.CNY);
  }
}
