package com.heyi.mall.internal;

import static com.heyi.mall.internal.MallFixture.couple;
import static com.heyi.mall.internal.MallFixture.line;
import static com.heyi.mall.internal.MallFixture.newCustomer;
import static com.heyi.mall.internal.MallFixture.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.heyi.mall.ActivatePoints;
import com.heyi.mall.AdjustPoints;
import com.heyi.mall.BalanceStates;
import com.heyi.mall.EntryKind;
import com.heyi.mall.ExpiryMethod;
import com.heyi.mall.GrantKind;
import com.heyi.mall.GrantPoints;
import com.heyi.mall.GrantView;
import com.heyi.mall.HoldStatus;
import com.heyi.mall.ItemView;
import com.heyi.mall.LedgerAccount;
import com.heyi.mall.LotSource;
import com.heyi.mall.MallError;
import com.heyi.mall.OrderView;
import com.heyi.mall.PointsView;
import com.heyi.mall.Posted;
import com.heyi.mall.RefundDecision;
import com.heyi.mall.ReverseGrant;
import com.heyi.mall.SetExpiryRule;
import com.heyi.mall.StatementRow;
import com.heyi.mall.TransferPoints;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.persistence.Sql;
import com.heyi.shared.value.Points;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Corrections, locked points, rules and transfers, over the real database. */
class CorrectionsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private final MallFixture mall = on(TODAY);

  @AfterEach
  void theBooksAreBalanced() {
    assertThat(mall.trialBalance().balanced()).as("%s", mall.trialBalance()).isTrue();
  }

  // By hand

  @Test
  void pointsAreAddedAndTakenByHandEachWithItsOwnEntry() {
    UUID customer = newCustomer();
    mall.grant(customer, 100, TODAY.plusDays(5));

    Posted up = adjust(mall, customer, 50, null);
    Posted down = adjust(mall, customer, -120, null);

    assertThat(up.kind()).isEqualTo(EntryKind.ADJUST);
    assertThat(up.postings())
        .extracting(Posted.Leg::account)
        .containsExactly(LedgerAccount.CUSTOMER, LedgerAccount.ADJUSTED);
    assertThat(down.postings()).hasSize(3);
    assertThat(down.balanceAfter()).isEqualTo(30);
    assertThat(mall.points(customer).lots())
        .singleElement()
        .satisfies(lot -> assertThat(lot.source()).isEqualTo(LotSource.ADJUSTED));
  }

  @Test
  void noCorrectionTakesMoreThanThereIsNorIsItOfNothing() {
    UUID customer = newCustomer();
    mall.grant(customer, 100, null);
    assertRefused(MallError.POINTS_INSUFFICIENT, () -> adjust(mall, customer, -101, null));
    assertRefused(MallError.ADJUST_AMOUNT, () -> adjust(mall, customer, 0, null));
    assertRefused(
        MallError.ADJUST_AMOUNT, () -> adjust(mall, customer, GrantPoints.MOST + 1, null));
    assertRefused(MallError.ADJUST_AMOUNT, () -> adjust(mall, customer, Long.MIN_VALUE, null));
    assertThat(mall.usable(customer)).isEqualTo(100);
  }

  @Test
  void aDryRunTellsWhatWouldBeBookedAndStoresNothing() {
    UUID customer = newCustomer();
    mall.grant(customer, 100, TODAY.plusDays(5));
    Posted grant =
        mall.in(
            m ->
                m.points()
                    .tryGrant(new GrantPoints(customer, Points.of(7), "if", TODAY.plusDays(9))));
    Posted adjust =
        mall.in(m -> m.corrections().tryAdjust(new AdjustPoints(customer, -30, "if", null, null)));

    assertThat(grant.entryId()).isNull();
    assertThat(grant.balanceAfter()).isEqualTo(107);
    assertThat(grant.postings().get(0).expiresOn()).isEqualTo(TODAY.plusDays(9));
    assertThat(adjust.balanceAfter()).isEqualTo(70);
    assertThat(statement(mall, customer)).hasSize(1);
    assertThat(mall.usable(customer)).isEqualTo(100);
    assertRefused(
        MallError.POINTS_INSUFFICIENT,
        () ->
            mall.in(
                m ->
                    m.corrections().tryAdjust(new AdjustPoints(customer, -101, "if", null, null))));
  }

  // Back-dating

  @Test
  void aBackDatedEntryCountsFromItsDayButStandsWhereItWasWritten() {
    UUID customer = newCustomer();
    mall.grant(customer, 100, null);
    MallFixture later = mall.later(10);
    later.grant(customer, 30, null);

    adjust(later, customer, 50, TODAY.plusDays(4));

    assertThat(balanceOn(later, customer, TODAY.plusDays(3))).isEqualTo(100);
    assertThat(balanceOn(later, customer, TODAY.plusDays(4))).isEqualTo(150);
    assertThat(balanceOn(later, customer, TODAY.plusDays(10))).isEqualTo(180);
    assertThat(statement(later, customer).get(0).effectiveOn()).isEqualTo(TODAY.plusDays(4));
    assertThat(statement(later, customer).get(0).balanceAfter()).isEqualTo(180);
  }

  @Test
  void nothingCountsBeforeTheAccountWasOpenedNorInTheFuture() {
    UUID customer = newCustomer();
    mall.grant(customer, 100, null);
    MallFixture later = mall.later(10);
    assertRefused(MallError.EFFECTIVE_ON, () -> adjust(later, customer, 5, TODAY.minusDays(1)));
    assertRefused(MallError.EFFECTIVE_ON, () -> adjust(later, customer, 5, TODAY.plusDays(11)));
    assertRefused(MallError.EFFECTIVE_ON, () -> adjust(later, newCustomer(), 5, TODAY.plusDays(9)));
    adjust(later, customer, 5, TODAY);
  }

  @Test
  void aBackDatedCorrectionLeavesNoDayWithLessThanNothing() {
    UUID customer = newCustomer();
    mall.grant(customer, 10, null);
    MallFixture later = mall.later(10);
    later.grant(customer, 100, null);

    assertRefused(
        MallError.BACKDATED_TOO_MUCH, () -> adjust(later, customer, -50, TODAY.plusDays(2)));
    adjust(later, customer, -10, TODAY.plusDays(2));
    assertThat(balanceOn(later, customer, TODAY.plusDays(2))).isZero();
  }

  // Reversal

  @Test
  void aGrantIsReversedByANewEntryThatNamesItAndNeverTwice() {
    UUID customer = newCustomer();
    GrantView grant = grant(mall, new GrantPoints(customer, Points.of(100), "earned", null));

    Posted reversal = reverse(mall, customer, grant.entryId(), false);

    assertThat(reversal.amount()).isEqualTo(-100);
    assertThat(mall.usable(customer)).isZero();
    assertRefused(MallError.GRANT_REVERSED, () -> reverse(mall, customer, grant.entryId(), false));
    assertRefused(
        MallError.NOT_REVERSIBLE, () -> reverse(mall, customer, reversal.entryId(), false));
  }

  @Test
  void endlessPointsEarnSpendRefundThePurchaseAndTheEarnedPointsAreTakenFromOthers() {
    UUID customer = newCustomer();
    mall.grant(customer, 60, null);
    GrantView earned = grant(mall, new GrantPoints(customer, Points.of(100), "purchase", TODAY));
    ItemView item = mall.item(100, 5);
    OrderView bought = mall.order(customer, line(item, 1));

    // Spent are the 100 earned. Their ground goes: 60 others are left, 40 are lacking.
    assertRefused(MallError.REVERSAL_SPENT, () -> reverse(mall, customer, earned.entryId(), false));
    assertThat(mall.usable(customer)).isEqualTo(60);
    assertThat(reverse(mall, customer, earned.entryId(), true).amount()).isEqualTo(-60);
    assertThat(mall.usable(customer)).isZero();

    OrderView refunded = mall.cancel(bought);
    assertThat(mall.usable(customer)).as("40 were given up and do not come back").isEqualTo(60);
    assertThat(refunded.cancellations().get(0).refunds())
        .extracting(OrderView.Refund::decision, OrderView.Refund::amount)
        .containsExactly(
            tuple(RefundDecision.FORFEITED, Points.of(40)),
            tuple(RefundDecision.RETURNED, Points.of(60)));
    assertThat(reconciles()).isTrue();
  }

  @Test
  void whatIsHeldWhenItsGrantIsReversedDoesNotComeBackByLettingGo() {
    UUID customer = newCustomer();
    GrantView earned = grant(mall, new GrantPoints(customer, Points.of(100), "purchase", null));
    UUID voided = mall.hold(customer, 30, 30);
    UUID posted = mall.hold(customer, 30, 30);
    UUID timedOut = mall.hold(customer, 30, 30);
    assertThat(reverse(mall, customer, earned.entryId(), true).amount()).isEqualTo(-10);

    mall.release(voided);
    mall.postHold(posted, 20);
    assertThat(mall.in(m -> m.holds().view(posted)).posted()).isEqualTo(Points.of(20));
    mall.later(1).settle(customer);

    assertThat(mall.later(1).usable(customer)).isZero();
    assertThat(mall.in(m -> m.holds().view(timedOut)).status()).isEqualTo(HoldStatus.TIMED_OUT);
    assertThat(states(mall, customer))
        .as("earned, active, held, locked, used, forfeited")
        .isEqualTo(new BalanceStates(customer, 90, 0, 0, 0, 20, 70));
    assertThat(reconciles()).isTrue();
  }

  @Test
  void whatWasForfeitedOfAGrantIsNotAskedForAgain() {
    MallFixture strict = mall.forfeiting();
    UUID customer = newCustomer();
    GrantView grant = grant(strict, new GrantPoints(customer, Points.of(100), "earned", TODAY));
    OrderView order = strict.order(customer, line(strict.item(70, 5), 1));
    MallFixture tomorrow = strict.later(1);
    tomorrow.cancel(order);
    tomorrow.expire(customer);
    tomorrow.grant(customer, 500, null);

    assertThat(reverse(tomorrow, customer, grant.entryId(), false).amount()).isZero();
    assertThat(tomorrow.usable(customer)).isEqualTo(500);
  }

  @Test
  void whatWasRestoredOfAReversedGrantAndSpentAgainIsForfeitedTooWhenItComesBack() {
    UUID customer = newCustomer();
    GrantView grant = grant(mall, new GrantPoints(customer, Points.of(100), "earned", TODAY));
    OrderView first = mall.order(customer, line(mall.item(100, 5), 1));
    MallFixture tomorrow = mall.later(1);
    tomorrow.cancel(first);
    OrderView second = tomorrow.order(customer, line(tomorrow.item(70, 5), 1));
    UUID held = tomorrow.hold(customer, 30, 30);
    assertThat(reverse(tomorrow, customer, grant.entryId(), true).amount()).isZero();

    OrderView refunded = tomorrow.cancel(second);
    tomorrow.release(held);

    assertThat(refunded.cancellations().get(0).refunds())
        .extracting(OrderView.Refund::decision, OrderView.Refund::amount)
        .containsExactly(tuple(RefundDecision.FORFEITED, Points.of(70)));
    assertThat(tomorrow.usable(customer)).isZero();
    assertThat(reconciles()).isTrue();
  }

  @Test
  void whatWasRestoredOfAReversedGrantAndPaidAFeeIsForfeitedTooWhenTheFeeComesBack() {
    UUID customer = newCustomer();
    GrantView grant = grant(mall, new GrantPoints(customer, Points.of(100), "earned", TODAY));
    OrderView order = mall.order(customer, line(mall.item(100, 5), 1));
    MallFixture tomorrow = mall.later(1);
    tomorrow.cancel(order);
    UUID fee = tomorrow.in(m -> charges(m).charge(customer, "B0101", Points.of(100), "fee"));
    assertThat(reverse(tomorrow, customer, grant.entryId(), true).amount()).isZero();

    tomorrow.in(m -> charges(m).giveBack(fee, Points.of(100), "ended"));

    assertThat(tomorrow.usable(customer)).isZero();
    assertThat(reconciles()).isTrue();
  }

  @Test
  void whatAFeeTookIsGivenUpLastAsFewFeesComeBack() {
    UUID customer = newCustomer();
    GrantView grant = grant(mall, new GrantPoints(customer, Points.of(100), "earned", TODAY));
    mall.in(m -> charges(m).charge(customer, "B0101", Points.of(50), "fee"));
    OrderView first = mall.order(customer, line(mall.item(50, 5), 1));
    MallFixture tomorrow = mall.later(1);
    tomorrow.cancel(first);
    mall.grant(customer, 50, null);
    OrderView second = tomorrow.order(customer, line(tomorrow.item(50, 5), 1));
    reverse(tomorrow, customer, grant.entryId(), true);

    tomorrow.cancel(second);

    assertThat(tomorrow.usable(customer)).isZero();
    assertThat(reconciles()).isTrue();
  }

  private static LedgerCharges charges(MallFixture.Mall mall) {
    return new LedgerCharges(
        mall.em(),
        mall.holds(),
        new RefundToExpiredLot(RefundToExpiredLot.Policy.RESTORE, 30),
        mall.clock());
  }

  private boolean reconciles() {
    return mall.in(m -> new Reconciling(m.em(), m.clock()).all()).agrees();
  }

  @Test
  void whatExpiredOfAGrantIsNotAskedForAgain() {
    UUID customer = newCustomer();
    GrantView grant = grant(mall, new GrantPoints(customer, Points.of(100), "earned", TODAY));
    mall.grant(customer, 500, null);
    MallFixture tomorrow = mall.later(1);
    tomorrow.expire(customer);

    Posted reversal = reverse(tomorrow, customer, grant.entryId(), false);

    assertThat(reversal.amount()).isZero();
    assertThat(tomorrow.usable(customer)).isEqualTo(500);
  }

  @Test
  void ofManyWhoReverseAGrantAtOnceOneSucceeds() throws Exception {
    UUID customer = newCustomer();
    GrantView grant = grant(mall, new GrantPoints(customer, Points.of(100), "earned", null));
    mall.grant(customer, 1000, null);
    ExecutorService pool = Executors.newFixedThreadPool(5);
    try {
      List<Callable<Boolean>> tries =
          IntStream.range(0, 5)
              .<Callable<Boolean>>mapToObj(
                  i ->
                      () -> {
                        try {
                          reverse(mall, customer, grant.entryId(), false);
                          return true;
                        } catch (HeyiException e) {
                          assertThat(e.error()).isEqualTo(MallError.GRANT_REVERSED);
                          return false;
                        }
                      })
              .toList();
      int won = 0;
      for (Future<Boolean> one : pool.invokeAll(tries)) {
        won += one.get() ? 1 : 0;
      }
      assertThat(won).isEqualTo(1);
    } finally {
      pool.shutdownNow();
    }
    assertThat(mall.usable(customer)).isEqualTo(1000);
  }

  @Test
  void twoNodesThatWriteOffAtOnceWriteOneEntry() throws Exception {
    UUID customer = newCustomer();
    mall.grant(customer, 30, TODAY);
    MallFixture tomorrow = mall.later(1);
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try {
      List<Future<Points>> both =
          tomorrow.in(
              m -> {
                // Holds the account until both have seen that there is something to write off.
                new Ledger(m.em(), m.clock()).open(customer);
                Callable<Points> node = () -> tomorrow.expire(customer);
                List<Future<Points>> begun = List.of(nodes.submit(node), nodes.submit(node));
                await(m, 2);
                return begun;
              });
      assertThat(List.of(both.get(0).get(), both.get(1).get()))
          .containsExactlyInAnyOrder(Points.of(30), Points.ZERO);
    } finally {
      nodes.shutdownNow();
    }
    assertThat(statement(tomorrow, customer))
        .extracting(StatementRow::kind)
        .containsExactly(EntryKind.EXPIRE, EntryKind.GRANT);
  }

  /** Until so many wait for a lock of this database. */
  private static void await(MallFixture.Mall m, long wanted) {
    long waiting = 0;
    for (int look = 0; look < 200 && waiting < wanted; look++) {
      waiting =
          new Sql(m.em())
              .one(
                  row -> row.getLong(1),
                  "select count(*) from (select pg_sleep(0.05)) pause, pg_locks where not granted")
              .orElseThrow();
    }
    assertThat(waiting).isGreaterThanOrEqualTo(wanted);
  }

  // Locked points

  @Test
  void lockedPointsCountForNothingUntilTheirDay() {
    UUID customer = newCustomer();
    grant(mall, locked(customer, 80, TODAY.plusDays(7), null));

    PointsView held = mall.points(customer);
    assertThat(held.usable()).isEqualTo(Points.ZERO);
    assertThat(held.locked()).isEqualTo(Points.of(80));
    assertThat(held.expiring()).isEmpty();
    assertRefused(
        MallError.POINTS_INSUFFICIENT, () -> mall.order(customer, line(mall.item(1, 5), 1)));
    assertThat(mall.later(6).usable(customer)).isZero();
    assertThat(mall.later(7).usable(customer)).as("lazily, when read").isEqualTo(80);
    mall.later(7).order(customer, line(mall.item(80, 5), 1));
    assertThat(statement(mall, customer))
        .extracting(StatementRow::kind)
        .containsExactly(EntryKind.REDEEM, EntryKind.ACTIVATE, EntryKind.GRANT);
  }

  @Test
  void theSweepActivatesOnceWhatIsDue() {
    UUID customer = newCustomer();
    grant(mall, locked(customer, 80, TODAY.plusDays(7), null));
    grant(mall, locked(customer, 20, TODAY.plusDays(9), null));
    MallFixture due = mall.later(7);
    assertThat(mall.customersDue()).doesNotContain(customer);
    assertThat(due.customersDue()).contains(customer);
    assertThat(due.settle(customer)).isEqualTo(1);
    assertThat(due.settle(customer)).isZero();
    assertThat(due.points(customer).locked()).isEqualTo(Points.of(20));
    assertThat(mall.later(9).customersDue()).contains(customer);
  }

  @Test
  void pointsThatWaitForAnEventBecomeUsableWithItAndOnce() {
    UUID customer = newCustomer();
    grant(mall, locked(customer, 80, null, "return-over:M1"));
    assertThat(mall.later(300).usable(customer)).isZero();
    assertRefused(MallError.NOTHING_LOCKED, () -> activate(customer, "return-over:M2"));
    activate(customer, "return-over:M1");
    assertThat(mall.usable(customer)).isEqualTo(80);
    assertRefused(MallError.NOTHING_LOCKED, () -> activate(customer, "return-over:M1"));
  }

  @Test
  void pointsOnVoidedLinesAreTakenBackWhileTheyAreLocked() {
    UUID customer = newCustomer();
    GrantView earned = grant(mall, locked(customer, 80, null, "return-over:M3"));
    reverse(mall, customer, earned.entryId(), false);
    assertRefused(MallError.NOTHING_LOCKED, () -> activate(customer, "return-over:M3"));
    assertThat(states(mall, customer)).isEqualTo(new BalanceStates(customer, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void lockedPointsWhoseLastDayPassesAreWrittenOffToo() {
    UUID customer = newCustomer();
    grant(
        mall,
        new GrantPoints(
            customer, Points.of(30), "x", TODAY.plusDays(2), null, null, null, "never-comes"));
    MallFixture later = mall.later(3);
    assertThat(later.customersWithExpiredPoints()).contains(customer);
    assertThat(later.expire(customer)).isEqualTo(Points.of(30));
    assertThat(later.expire(customer)).isEqualTo(Points.ZERO);
  }

  @Test
  void pointsBecomeUsableAfterTodayAndNotAfterTheirLastDay() {
    UUID customer = newCustomer();
    assertRefused(MallError.ACTIVATES_ON, () -> grant(mall, locked(customer, 5, TODAY, null)));
    assertRefused(
        MallError.ACTIVATES_ON,
        () ->
            grant(
                mall,
                new GrantPoints(
                    customer,
                    Points.of(5),
                    "x",
                    TODAY.plusDays(3),
                    null,
                    null,
                    TODAY.plusDays(4),
                    null)));
  }

  @Test
  void everythingEarnedIsActiveHeldLockedUsedOrExpired() {
    UUID[] two = couple();
    UUID customer = two[0];
    mall.grant(customer, 100, TODAY);
    mall.grant(customer, 200, null);
    grant(mall, locked(customer, 80, TODAY.plusDays(7), null));
    mall.order(customer, line(mall.item(70, 5), 1));
    mall.hold(customer, 10, 3 * 24 * 60);
    adjust(mall, customer, -5, null);
    transfer(mall, two[0], two[1], 5);
    MallFixture tomorrow = mall.later(1);
    tomorrow.expire(customer);

    BalanceStates states = states(tomorrow, customer);
    assertThat(states)
        .isEqualTo(new BalanceStates(customer, 370, 200, 10, 80, 70, 10))
        .satisfies(s -> assertThat(s.addsUp()).isTrue());
  }

  // Rules

  @Test
  void lastDaysFollowTheDatedRuleOfTheirKind() {
    // A year of its own, because rules are for ever.
    LocalDate day = LocalDate.of(2031, 5, 10);
    MallFixture then = on(day);
    setRule(then, GrantKind.CAMPAIGN, day, ExpiryMethod.DAYS, 30);
    setRule(then, GrantKind.ACTIVITY, day, ExpiryMethod.YEAR_END, 2);
    setRule(then, GrantKind.WELCOME, day, ExpiryMethod.MONTH_END, 0);
    setRule(then, GrantKind.PURCHASE, day, ExpiryMethod.NEVER, 0);
    setRule(then, GrantKind.CAMPAIGN, day.plusDays(10), ExpiryMethod.DAYS, 5);

    assertThat(lastDay(then, GrantKind.CAMPAIGN, day)).isEqualTo(day.plusDays(30));
    assertThat(lastDay(then, GrantKind.CAMPAIGN, day.plusDays(10))).isEqualTo(day.plusDays(15));
    assertThat(lastDay(then, GrantKind.ACTIVITY, day)).isEqualTo(LocalDate.of(2032, 12, 31));
    assertThat(lastDay(then, GrantKind.WELCOME, day)).isEqualTo(LocalDate.of(2031, 5, 31));
    assertThat(lastDay(then, GrantKind.PURCHASE, day)).isNull();
    assertThat(lastDay(then, GrantKind.COMPENSATION, day))
        .as("as STANDARD")
        .isEqualTo(LocalDate.of(2033, 5, 31));
    assertThat(lastDay(then, GrantKind.CAMPAIGN, day.minusDays(1)))
        .as("before its first rule, as STANDARD")
        .isEqualTo(LocalDate.of(2033, 5, 31));
    assertRefused(
        MallError.RULE_DUPLICATE,
        () -> setRule(then, GrantKind.CAMPAIGN, day, ExpiryMethod.DAYS, 3));
    assertRefused(
        MallError.RULE_PAST,
        () -> setRule(then, GrantKind.CAMPAIGN, day.minusDays(1), ExpiryMethod.DAYS, 3));
    assertRefused(
        MallError.RULE_LENGTH,
        () -> setRule(then, GrantKind.CAMPAIGN, day.plusDays(1), ExpiryMethod.YEAR_END, 0));
  }

  @Test
  void pointsThatExpireOnSeveralDaysAreToldPerDayNotOnlyTheNext() {
    UUID customer = newCustomer();
    mall.grant(customer, 10, TODAY.plusDays(5));
    mall.grant(customer, 20, TODAY.plusDays(3));
    mall.grant(customer, 30, TODAY.plusDays(5));
    mall.grant(customer, 40, null);
    assertThat(mall.points(customer).expiring())
        .containsExactly(
            new PointsView.Expiring(TODAY.plusDays(3), Points.of(20)),
            new PointsView.Expiring(TODAY.plusDays(5), Points.of(40)),
            new PointsView.Expiring(LocalDate.of(2028, 3, 31), Points.of(40)));
  }

  @Test
  void everyLotExpiresByItsDayWhateverItsSourceOrKind() {
    UUID[] two = couple();
    UUID customer = two[0];
    adjustExpiring(customer, 10, TODAY);
    grant(
        mall,
        new GrantPoints(customer, Points.of(20), "x", TODAY, GrantKind.CAMPAIGN, null, null, null));
    mall.grant(two[1], 30, TODAY);
    transfer(mall, two[1], two[0], 30);
    assertThat(mall.later(1).expire(customer)).isEqualTo(Points.of(60));
    assertThat(mall.later(1).points(customer).lots()).isEmpty();
  }

  // Transfers

  @Test
  void transferredPointsKeepTheirLastDayAndAreTakenFromTheSoonest() {
    UUID[] two = couple();
    mall.grant(two[0], 100, TODAY.plusDays(50));
    mall.grant(two[0], 40, TODAY.plusDays(5));

    Posted sent = transfer(mall, two[0], two[1], 60);

    assertThat(sent.balanceAfter()).isEqualTo(80);
    assertThat(mall.points(two[1]).lots())
        .extracting(PointsView.Lot::source, PointsView.Lot::remaining, PointsView.Lot::expiresOn)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                LotSource.TRANSFERRED, Points.of(40), TODAY.plusDays(5)),
            org.assertj.core.groups.Tuple.tuple(
                LotSource.TRANSFERRED, Points.of(20), TODAY.plusDays(50)));
    assertThat(mall.trialBalance().accounts())
        .filteredOn(account -> account.account() == LedgerAccount.TRANSFER)
        .allSatisfy(account -> assertThat(account.total().signum()).isZero());
  }

  @Test
  void pointsGoToMembersOfTheHouseholdAndNobodyElse() {
    UUID[] two = couple();
    UUID stranger = newCustomer();
    mall.grant(two[0], 100, null);
    assertRefused(MallError.TRANSFER_STRANGER, () -> transfer(mall, two[0], stranger, 10));
    assertRefused(MallError.TRANSFER_SELF, () -> transfer(mall, two[0], two[0], 10));
    assertRefused(MallError.POINTS_INSUFFICIENT, () -> transfer(mall, two[0], two[1], 101));
    assertRefused(MallError.POINTS_OUT_OF_RANGE, () -> transfer(mall, two[0], two[1], 0));
    assertThat(mall.usable(two[0])).isEqualTo(100);
    assertThat(mall.usable(two[1])).isZero();
  }

  @Test
  void twoWhoGiveToEachOtherAtOnceNeverWaitInARing() throws Exception {
    UUID[] two = couple();
    mall.grant(two[0], 1000, null);
    mall.grant(two[1], 1000, null);
    ExecutorService pool = Executors.newFixedThreadPool(6);
    try {
      List<Callable<Posted>> both =
          IntStream.range(0, 40)
              .<Callable<Posted>>mapToObj(
                  i -> () -> transfer(mall, two[i % 2], two[1 - i % 2], 1 + i / 2))
              .toList();
      for (Future<Posted> one : pool.invokeAll(both)) {
        one.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(mall.usable(two[0])).isEqualTo(1000);
    assertThat(mall.usable(two[1])).isEqualTo(1000);
  }

  private static GrantPoints locked(UUID customer, long points, LocalDate on, String by) {
    return new GrantPoints(customer, Points.of(points), "earned", null, null, null, on, by);
  }

  private static GrantView grant(MallFixture mall, GrantPoints command) {
    return mall.in(m -> m.points().grant(command));
  }

  private static Posted adjust(MallFixture mall, UUID customer, long points, LocalDate on) {
    return mall.in(
        m -> m.corrections().adjust(new AdjustPoints(customer, points, "counted", on, null)));
  }

  private void adjustExpiring(UUID customer, long points, LocalDate last) {
    mall.in(m -> m.corrections().adjust(new AdjustPoints(customer, points, "counted", null, last)));
  }

  private static Posted reverse(MallFixture mall, UUID customer, UUID entry, boolean waive) {
    return mall.in(
        m ->
            m.corrections()
                .reverse(new ReverseGrant(customer, entry, "its ground is gone", waive)));
  }

  private void activate(UUID customer, String event) {
    mall.in(m -> m.corrections().activate(new ActivatePoints(customer, event, "it happened")));
  }

  private static Posted transfer(MallFixture mall, UUID from, UUID to, long points) {
    return mall.in(
        m -> m.transfers().transfer(new TransferPoints(from, to, Points.of(points), "for you")));
  }

  private static BalanceStates states(MallFixture mall, UUID customer) {
    return mall.in(m -> m.corrections().states(customer));
  }

  private static long balanceOn(MallFixture mall, UUID customer, LocalDate day) {
    return mall.in(m -> m.corrections().balanceOn(customer, day)).balance();
  }

  private static List<StatementRow> statement(MallFixture mall, UUID customer) {
    return mall.in(m -> m.points().statement(customer, PageRequest.first(50)).items());
  }

  private static void setRule(
      MallFixture mall, GrantKind kind, LocalDate from, ExpiryMethod method, int length) {
    mall.in(m -> m.rules().set(new SetExpiryRule(kind, from, method, length, "decided")));
  }

  private static LocalDate lastDay(MallFixture mall, GrantKind kind, LocalDate day) {
    return mall.in(m -> m.rules().lastDay(kind, day));
  }

  private static void assertRefused(MallError code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(HeyiException.class, e -> assertThat(e.error()).isEqualTo(code));
  }
}
