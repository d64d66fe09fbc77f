package com.heyi.mall.internal;

import static com.heyi.mall.internal.MallFixture.line;
import static com.heyi.mall.internal.MallFixture.newCustomer;
import static com.heyi.mall.internal.MallFixture.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.mall.EntryKind;
import com.heyi.mall.GrantPoints;
import com.heyi.mall.HoldStatus;
import com.heyi.mall.ItemView;
import com.heyi.mall.MallError;
import com.heyi.mall.ReverseGrant;
import com.heyi.mall.StatementRow;
import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.value.Points;
import com.heyi.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Points set aside, and what becomes of them, over the real database. */
class HoldsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private final MallFixture mall = on(TODAY);

  @Test
  void heldPointsAreTakenFromTheLotThatExpiresFirstAndAreNotThereForOthers() {
    UUID customer = newCustomer();
    UUID later = mall.grant(customer, 100, TODAY.plusDays(50));
    UUID soon = mall.grant(customer, 40, TODAY.plusDays(5));
    ItemView item = mall.item(100, 5);

    mall.hold(customer, 60, 30);

    assertThat(mall.usable(customer)).isEqualTo(80);
    assertThat(mall.points(customer).lots())
        .singleElement()
        .satisfies(
            lot -> {
              assertThat(lot.id()).isEqualTo(later).isNotEqualTo(soon);
              assertThat(lot.remaining()).isEqualTo(Points.of(80));
            });
    assertRefused(MallError.POINTS_INSUFFICIENT, () -> mall.order(customer, line(item, 1)));
    assertRefused(MallError.POINTS_INSUFFICIENT, () -> mall.hold(customer, 81, 30));
    assertBalanced(mall);
  }

  @Test
  void aHoldPostedInPartGivesTheRestBackToTheLotsThatExpireLast() {
    UUID customer = newCustomer();
    UUID soon = mall.grant(customer, 40, TODAY.plusDays(5));
    UUID later = mall.grant(customer, 100, TODAY.plusDays(50));
    UUID hold = mall.hold(customer, 90, 30);

    mall.postHold(hold, 50);

    assertThat(mall.usable(customer)).isEqualTo(90);
    assertThat(mall.points(customer).lots())
        .noneMatch(lot -> lot.id().equals(soon))
        .anyMatch(lot -> lot.id().equals(later) && lot.remaining().amount() == 90);
    assertThat(statement(customer))
        .extracting(StatementRow::kind, StatementRow::amount, StatementRow::balanceAfter)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(EntryKind.REDEEM, 40L, 90L),
            org.assertj.core.groups.Tuple.tuple(EntryKind.HOLD, -90L, 50L),
            org.assertj.core.groups.Tuple.tuple(EntryKind.GRANT, 100L, 140L),
            org.assertj.core.groups.Tuple.tuple(EntryKind.GRANT, 40L, 40L));
    assertBalanced(mall);
  }

  @Test
  void aHoldIsResolvedOnceAndEveryFurtherTryIsToldHow() {
    UUID customer = newCustomer();
    mall.grant(customer, 100, null);
    UUID posted = mall.hold(customer, 30, 30);
    mall.postHold(posted, 30);
    UUID voided = mall.hold(customer, 30, 30);
    mall.release(voided);

    for (UUID hold : List.of(posted, voided)) {
      HoldStatus how = hold.equals(posted) ? HoldStatus.POSTED : HoldStatus.VOIDED;
      assertThatThrownBy(() -> mall.postHold(hold, 1))
          .isInstanceOfSatisfying(
              HeyiException.class,
              e -> {
                assertThat(e.error()).isEqualTo(MallError.HOLD_RESOLVED);
                assertThat(e.args()).containsExactly(how);
              });
      assertRefused(MallError.HOLD_RESOLVED, () -> mall.release(hold));
      assertThat(mall.settle(customer)).isZero();
    }
    assertThat(mall.usable(customer)).isEqualTo(70);
    assertBalanced(mall);
  }

  @Test
  void noMoreIsPostedThanIsHeldAndNothingIsNoPosting() {
    UUID customer = newCustomer();
    mall.grant(customer, 100, null);
    UUID hold = mall.hold(customer, 30, 30);

    assertRefused(MallError.HOLD_AMOUNT, () -> mall.postHold(hold, 31));
    assertRefused(MallError.HOLD_AMOUNT, () -> mall.postHold(hold, 0));
    mall.postHold(hold, 1);
    assertThat(mall.usable(customer)).isEqualTo(99);
  }

  @Test
  void aHoldEndsWithinTheLongestTimeAndNotInThePast() {
    UUID customer = newCustomer();
    mall.grant(customer, 100, null);
    assertRefused(MallError.HOLD_UNTIL, () -> mall.hold(customer, 10, 0));
    assertThatThrownBy(() -> mall.hold(customer, 10, 0))
        .isInstanceOfSatisfying(
            HeyiException.class,
            e ->
                assertThat(e.args())
                    .allSatisfy(told -> assertThat(told).asString().endsWith("+08:00")));
    assertRefused(MallError.HOLD_UNTIL, () -> mall.hold(customer, 10, 7 * 24 * 60 + 1));
    assertRefused(MallError.POINTS_OUT_OF_RANGE, () -> mall.hold(customer, 0, 10));
    assertThat(mall.usable(customer)).isEqualTo(100);
  }

  @Test
  void anOverdueHoldCannotBePostedThoughNobodyHasBookedItsEndYet() {
    UUID customer = newCustomer();
    mall.grant(customer, 100, null);
    UUID hold = mall.hold(customer, 60, 30);
    MallFixture tomorrow = mall.later(1);

    assertRefused(MallError.HOLD_RESOLVED, () -> tomorrow.postHold(hold, 60));
    assertRefused(MallError.HOLD_RESOLVED, () -> tomorrow.release(hold));
    assertThat(tomorrow.usable(customer)).as("lazily, when read").isEqualTo(100);
  }

  @Test
  void whoeverChangesTheCustomersPointsBooksWhatIsOverdueFirst() {
    UUID customer = newCustomer();
    mall.grant(customer, 100, null);
    mall.hold(customer, 60, 30);
    mall.hold(customer, 30, 40);
    MallFixture tomorrow = mall.later(1);
    ItemView item = tomorrow.item(100, 5);

    tomorrow.order(customer, line(item, 1));

    assertThat(statement(customer))
        .extracting(StatementRow::kind)
        .containsExactly(
            EntryKind.REDEEM,
            EntryKind.RELEASE,
            EntryKind.RELEASE,
            EntryKind.HOLD,
            EntryKind.HOLD,
            EntryKind.GRANT);
    assertThat(statement(customer))
        .extracting(StatementRow::entryNo)
        .containsExactly(6L, 5L, 4L, 3L, 2L, 1L);
    assertBalanced(mall);
  }

  @Test
  void theSweepTimesOutEveryOverdueHoldOnce() {
    UUID customer = newCustomer();
    mall.grant(customer, 100, null);
    mall.hold(customer, 60, 30);
    UUID open = mall.hold(customer, 30, 3 * 24 * 60);
    MallFixture tomorrow = mall.later(1);

    assertThat(mall.customersDue()).doesNotContain(customer);
    assertThat(tomorrow.customersDue()).contains(customer);
    assertThat(tomorrow.settle(customer)).isEqualTo(1);
    assertThat(tomorrow.settle(customer)).isZero();
    assertThat(tomorrow.customersDue()).doesNotContain(customer);

    assertThat(tomorrow.usable(customer)).isEqualTo(70);
    tomorrow.postHold(open, 30);
    assertBalanced(tomorrow);
  }

  @Test
  void aLotThatExpiresWhileHeldStillPaysButWhatComesBackIsExpired() {
    UUID customer = newCustomer();
    mall.grant(customer, 100, TODAY);
    UUID hold = mall.hold(customer, 100, 2 * 24 * 60);
    MallFixture tomorrow = mall.later(1);

    assertThat(tomorrow.expire(customer)).as("held points do not expire").isEqualTo(Points.ZERO);
    tomorrow.postHold(hold, 60);
    assertThat(tomorrow.usable(customer)).isZero();
    assertThat(tomorrow.expire(customer)).isEqualTo(Points.of(40));
    assertBalanced(tomorrow);
  }

  @Test
  void anOrderPaidFromAHoldIsRefundedIntoTheLotsThatWereHeld() {
    UUID customer = newCustomer();
    UUID soon = mall.grant(customer, 40, TODAY.plusDays(5));
    mall.grant(customer, 100, TODAY.plusDays(50));
    UUID hold = mall.hold(customer, 100, 30);
    ItemView item = mall.item(30, 5);

    // What a checkout does later: the order is there, and is paid from the hold.
    var order = mall.orderPaidFrom(hold, customer, item, 2);
    assertThat(mall.usable(customer)).isEqualTo(80);
    mall.cancel(order);

    assertThat(mall.usable(customer)).isEqualTo(140);
    assertThat(mall.points(customer).lots())
        .anyMatch(lot -> lot.id().equals(soon) && lot.remaining().amount() == 40);
    assertBalanced(mall);
  }

  @Test
  void ofThoseWhoResolveAHoldAtOnceExactlyOneSucceeds() throws Exception {
    UUID customer = newCustomer();
    mall.grant(customer, 1000, null);
    ExecutorService pool = Executors.newFixedThreadPool(6);
    try {
      for (int round = 0; round < 10; round++) {
        UUID hold = mall.hold(customer, 10, 30);
        List<Callable<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
          boolean posts = i % 2 == 0;
          tries.add(
              () -> {
                try {
                  if (posts) {
                    mall.postHold(hold, 10);
                  } else {
                    mall.release(hold);
                  }
                  return true;
                } catch (HeyiException e) {
                  assertThat(e.error()).isEqualTo(MallError.HOLD_RESOLVED);
                  return false;
                }
              });
        }
        int won = 0;
        for (Future<Boolean> one : pool.invokeAll(tries)) {
          won += one.get() ? 1 : 0;
        }
        assertThat(won).isEqualTo(1);
      }
    } finally {
      pool.shutdownNow();
    }
    assertBalanced(mall);
  }

  @Test
  void theDatabaseItselfRefusesToResolveAHoldTwice() {
    UUID customer = newCustomer();
    mall.grant(customer, 100, null);
    UUID hold = mall.hold(customer, 30, 30);
    mall.release(hold);
    assertThatThrownBy(
            () -> execute("update mall.hold set status = 'POSTED' where id = '" + hold + "'"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("already VOIDED");
    assertThatThrownBy(() -> execute("update mall.hold set points = 1 where id = '" + hold + "'"))
        .isInstanceOf(SQLException.class)
        .extracting(e -> ((SQLException) e).getSQLState())
        .isEqualTo("42501");
  }

  @Test
  void theTrialBalanceFindsAHoldThatItsPostingsDoNotBearOut() throws SQLException {
    UUID customer = newCustomer();
    mall.grant(customer, 100, null);
    UUID hold = mall.hold(customer, 30, 30);
    try (Connection connection = TestDatabase.get().owner().getConnection()) {
      connection.setAutoCommit(false);
      connection
          .createStatement()
          .execute("update mall.hold set status = 'VOIDED' where id = '" + hold + "'");
      var found =
          connection
              .createStatement()
              .executeQuery(
                  Bookkeeping.breaches(com.heyi.mall.TrialBalance.Invariant.HOLDS_EQUAL_POSTINGS));
      found.next();
      assertThat(found.getLong(1)).isEqualTo(1);
      connection.rollback();
    }
    assertBalanced(mall);
  }

  @Test
  void figuresCountWhatIsHeldAsOutstandingAndWhatIsPostedAsRedeemed() {
    UUID customer = newCustomer();
    var before = mall.figures();
    mall.grant(customer, 100, null);
    UUID hold = mall.hold(customer, 60, 30);
    assertThat(mall.figures().outstanding()).isEqualTo(before.outstanding() + 100);
    mall.postHold(hold, 25);
    assertThat(mall.figures().outstanding()).isEqualTo(before.outstanding() + 75);
    assertThat(redeemed(mall.figures())).isEqualTo(redeemed(before) + 25);
    assertThat(mall.figures().months().get(mall.figures().months().size() - 1).outstanding())
        .isEqualTo(mall.figures().outstanding());
  }

  @Test
  void whatIsForfeitedOfAHoldThatIsPostedIsNotRedeemed() {
    UUID customer = newCustomer();
    long before = redeemed(mall.figures());
    UUID grant =
        mall.in(m -> m.points().grant(new GrantPoints(customer, Points.of(60), "earned", null)))
            .entryId();
    UUID hold = mall.hold(customer, 60, 30);
    mall.in(m -> m.corrections().reverse(new ReverseGrant(customer, grant, "wrong", true)));

    mall.postHold(hold, 25);

    assertThat(mall.usable(customer)).isZero();
    assertThat(redeemed(mall.figures())).isEqualTo(before + 25);
  }

  private static long redeemed(com.heyi.mall.MallFigures figures) {
    return figures.months().stream().mapToLong(com.heyi.mall.MallFigures.Month::redeemed).sum();
  }

  private List<StatementRow> statement(UUID customer) {
    return mall.in(m -> m.points().statement(customer, PageRequest.first(50)).items());
  }

  private static void assertBalanced(MallFixture mall) {
    assertThat(mall.trialBalance().balanced()).as("%s", mall.trialBalance()).isTrue();
  }

  private static void assertRefused(
      ErrorCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(HeyiException.class, e -> assertThat(e.error()).isEqualTo(code));
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = TestDatabase.get().app().getConnection()) {
      connection.createStatement().execute(sql);
    }
  }
}
