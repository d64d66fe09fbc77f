package com.heyi.promotions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Points;
import com.heyi.testing.AtOnce;
import com.heyi.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A membership that is bought from two tabs is bought once, and a renewal names what it renews. */
class AMembershipIsBoughtOnceTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

  /** Each level has a rank of its own; those of other tests begin at one and at forty. */
  private static int rank = 80;

  private final PromotionsFixture promotions = new PromotionsFixture(DAY);
  private final UUID customer = promotions.customer(1000);

  @Test
  void theSamePurchaseFromASecondTabIsToldWhatIsThereAndTakesNoFee() {
    LevelView gold = level();
    MembershipView bought = promotions.buyLevel(customer, gold, null, null);
    assertThat(bought.goesOn()).isTrue();
    refused(
            PromotionsError.MEMBERSHIP_STANDING,
            () -> promotions.buyLevel(customer, gold, null, null))
        .satisfies(
            e ->
                assertThat(((HeyiException) e).args())
                    .containsExactly("金卡", bought.endsOn(), bought.id()));
    assertThat(promotions.usable(customer)).isEqualTo(900);

    MembershipView renewed = promotions.buyLevel(customer, gold, null, bought.id());
    assertThat(renewed.startsOn()).isEqualTo(bought.endsOn().plusDays(1));
    assertThat(promotions.usable(customer)).isEqualTo(800);
  }

  @Test
  void theSameRenewalFromASecondTabIsRefusedToo() {
    LevelView gold = level();
    MembershipView first = promotions.buyLevel(customer, gold, null, null);
    MembershipView renewed = promotions.buyLevel(customer, gold, null, first.id());
    for (UUID renews : new UUID[] {first.id(), renewed.id(), null}) {
      refused(
          PromotionsError.MEMBERSHIP_RENEWED,
          () -> promotions.buyLevel(customer, gold, null, renews));
    }
    promotions.todayIs(renewed.startsOn());
    refused(
        PromotionsError.MEMBERSHIP_STANDING,
        () -> promotions.buyLevel(customer, gold, null, first.id()));
    assertThat(memberships(customer)).hasSize(2);
    assertThat(promotions.usable(customer)).isEqualTo(800);
  }

  @Test
  void ofTwoTabsThatBuyOrRenewAtTheSameMomentOneIsServed() throws Exception {
    LevelView gold = level();
    for (int round = 0; round < 5; round++) {
      UUID who = promotions.customer(1000);
      Callable<MembershipView> buys = () -> promotions.buyLevel(who, gold, null, null);
      assertThat(refusalsOf(buys)).containsExactly(PromotionsError.MEMBERSHIP_STANDING);
      assertThat(promotions.usable(who)).isEqualTo(900);

      UUID first = memberships(who).get(0).id();
      Callable<MembershipView> renews = () -> promotions.buyLevel(who, gold, null, first);
      assertThat(refusalsOf(renews)).containsExactly(PromotionsError.MEMBERSHIP_RENEWED);
      assertThat(promotions.usable(who)).isEqualTo(800);
    }
  }

  @Test
  void whoEndsAMembershipWaitsForWhoBuysOrRenewsIt() throws Exception {
    MembershipView bought = promotions.buyLevel(customer, level(), null, null);
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      Future<MembershipView> ends =
          TestDatabase.get()
              .inTransaction(
                  em -> {
                    em.createNativeQuery(
                            "select customer_id from promotions.member where customer_id = :id"
                                + " for no key update",
                            UUID.class)
                        .setParameter("id", customer)
                        .getSingleResult();
                    Future<MembershipView> begun =
                        threads.submit(() -> promotions.endLevel(bought));
                    AtOnce.awaitLockWaiter();
                    return begun;
                  });
      assertThat(ends.get().goesOn()).isFalse();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void whatIsOverWasEndedOrIsAnothersIsNotRenewed() {
    LevelView gold = level();
    MembershipView of = promotions.buyLevel(promotions.customer(1000), gold, null, null);
    for (UUID renews : List.of(of.id(), Ids.next())) {
      refused(
          PromotionsError.MEMBERSHIP_NOT_STANDING,
          () -> promotions.buyLevel(customer, gold, null, renews));
    }
    MembershipView bought = promotions.buyLevel(customer, gold, null, null);
    promotions.todayIs(bought.endsOn().plusDays(1));
    refused(
        PromotionsError.MEMBERSHIP_NOT_STANDING,
        () -> promotions.buyLevel(customer, gold, null, bought.id()));

    MembershipView again = promotions.buyLevel(customer, gold, null, null);
    MembershipView ended = promotions.endLevel(again);
    assertThat(ended.goesOn()).isFalse();
    refused(
        PromotionsError.MEMBERSHIP_NOT_STANDING,
        () -> promotions.buyLevel(customer, gold, null, ended.id()));
    MembershipView next = promotions.buyLevel(customer, gold, null, null);
    assertThat(next.startsOn())
        .as("today is still the ended one's")
        .isEqualTo(promotions.today().plusDays(1));
    refused(
        PromotionsError.MEMBERSHIP_STANDING, () -> promotions.buyLevel(customer, gold, null, null));
  }

  @Test
  void aRenewalThatWasTakenBackBeforeItBeganCanBeBoughtAgain() {
    LevelView gold = level();
    MembershipView first = promotions.buyLevel(customer, gold, null, null);
    MembershipView mistaken = promotions.buyLevel(customer, gold, null, first.id());
    promotions.endLevel(mistaken);
    MembershipView meant = promotions.buyLevel(customer, gold, null, first.id());
    assertThat(meant.startsOn()).isEqualTo(mistaken.startsOn());
    assertThat(meant.goesOn()).isTrue();
  }

  private LevelView level() {
    CreateLevel command =
        new CreateLevel(
            PromotionsFixture.code("Z"), "金卡", rank++, Points.of(100), null, 12, FeeRefund.NONE);
    return promotions.as(t -> t.benefits().createLevel(command));
  }

  private List<MembershipView> memberships(UUID who) {
    return promotions.as(t -> t.benefits().memberships(who));
  }

  private static AbstractThrowableAssert<?, ?> refused(
      PromotionsError error, ThrowingCallable call) {
    return assertThatThrownBy(call)
        .isInstanceOfSatisfying(HeyiException.class, e -> assertThat(e.error()).isEqualTo(error));
  }

  /** Why the one was refused of two who did this at the same moment. */
  private static List<ErrorCode> refusalsOf(Callable<MembershipView> work) throws Exception {
    Callable<Optional<ErrorCode>> refusal =
        () -> {
          try {
            work.call();
            return Optional.empty();
          } catch (HeyiException e) {
            return Optional.of(e.error());
          }
        };
    return AtOnce.all(List.of(refusal, refusal)).stream().flatMap(Optional::stream).toList();
  }
}
