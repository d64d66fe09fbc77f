package com.heyi.mall.internal;

import static com.heyi.mall.internal.MallFixture.line;
import static com.heyi.mall.internal.MallFixture.newCustomer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.heyi.mall.EntryKind;
import com.heyi.mall.GrantPoints;
import com.heyi.mall.GrantView;
import com.heyi.mall.LotSource;
import com.heyi.mall.MallError;
import com.heyi.mall.OrderView;
import com.heyi.mall.PointsGifts;
import com.heyi.mall.PointsView;
import com.heyi.mall.Posted;
import com.heyi.mall.RefundDecision;
import com.heyi.mall.ReverseGrant;
import com.heyi.mall.StatementRow;
import com.heyi.mall.TrialBalance;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.persistence.Sql;
import com.heyi.shared.value.Points;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What gave points is taken back after they went to another record of the same person: what was
 * lost there is lost, what is there is taken, and what comes back there is forfeited.
 */
class ReversalsOverRecordsTest {
  private static final LocalDate TODAY = LocalDate.of(2027, 5, 3);

  private final MallFixture mall = MallFixture.on(TODAY);
  private final MallFixture tomorrow = mall.later(1);
  private final UUID record = newCustomer();
  private final UUID customer = newCustomer();

  ReversalsOverRecordsTest() {
    KnownCustomers.merge(record, customer);
  }

  @AfterEach
  void theBooksAreSound() {
    TrialBalance books = mall.trialBalance();
    assertThat(books.checks())
        .allSatisfy(check -> assertThat(check.holds()).as(check.toString()).isTrue());
    assertThat(books.balanced()).isTrue();
    assertThat(mall.in(m -> new Reconciling(m.em(), m.clock()).all()).agrees()).isTrue();
  }

  // Lost

  @Test
  void whatExpiredUnderTheOtherRecordIsNotAskedForAgain() {
    GrantView grant = grant(100, TODAY);
    over(mall);
    tomorrow.expire(customer);
    tomorrow.grant(record, 500, null);

    assertThat(reverse(tomorrow, grant, false).amount()).isZero();

    assertThat(tomorrow.usable(record)).isEqualTo(500);
  }

  @Test
  void whatExpiredUnderTheOtherRecordIsNeitherTakenNorOwedWhenAGiftIsUndone() {
    GrantView gift = grant(100, TODAY);
    over(mall);
    spend(mall, customer, 30);
    tomorrow.expire(customer);
    tomorrow.grant(record, 10, null);

    assertThat(undo(tomorrow, gift)).as("70 had expired").isEqualTo(undone(10, 20));
  }

  @Test
  void whatHasExpiredUnderTheOtherRecordIsLostBeforeItIsWrittenOff() {
    GrantView grant = grant(100, TODAY);
    over(mall);
    tomorrow.grant(record, 500, null);

    assertThat(reverse(tomorrow, grant, false).amount()).isZero();

    assertThat(tomorrow.usable(record)).isEqualTo(500);
    assertThat(tomorrow.expire(customer)).isEqualTo(Points.of(100));
  }

  @Test
  void whatWasForfeitedUnderTheOtherRecordIsNotAskedForAgain() {
    MallFixture strict = tomorrow.forfeiting();
    GrantView grant = grant(100, TODAY);
    over(mall);
    OrderView order = spend(mall, customer, 70);
    UUID fee = mall.in(m -> charges(m, true).charge(customer, "B0101", Points.of(30), "fee"));
    strict.cancel(order);
    strict.in(m -> charges(m, false).giveBack(fee, Points.of(30), "ended"));
    strict.grant(record, 500, null);

    assertThat(reverse(strict, grant, false).amount()).isZero();
    assertThat(strict.usable(record)).isEqualTo(500);
  }

  @Test
  void whatWentBackWhenTheRecordsWerePartedAndExpiredThenIsLostOnce() {
    GrantView grant = grant(100, TODAY);
    over(mall);
    spend(mall, customer, 40);
    assertThat(part(mall)).isEqualTo(Points.of(60));
    tomorrow.expire(record);
    tomorrow.grant(record, 500, null);

    assertThat(reverse(tomorrow, grant, false).amount()).as("60 had expired").isEqualTo(-40);
  }

  @Test
  void whatExpiredBeforeTheRecordsWerePartedIsLost() {
    GrantView grant = grant(100, TODAY);
    over(mall);
    spend(mall, customer, 40);
    tomorrow.expire(customer);
    assertThat(part(tomorrow)).isEqualTo(Points.ZERO);
    tomorrow.grant(record, 500, null);

    assertThat(reverse(tomorrow, grant, false).amount()).as("60 had expired").isEqualTo(-40);
  }

  @Test
  void whatExpiredOverSeveralRecordsIsFollowedToTheLast() {
    UUID third = newCustomer();
    GrantView grant = grant(100, TODAY);
    over(mall);
    OrderView order = spend(mall, customer, 100);
    part(mall);
    mall.cancel(order);
    KnownCustomers.merge(customer, third);
    mall.in(m -> m.moves().over(customer, third, "同一客户"));
    tomorrow.expire(third);
    tomorrow.grant(record, 500, null);

    assertThat(reverse(tomorrow, grant, false).amount()).isZero();
    assertThat(tomorrow.usable(record)).isEqualTo(500);
  }

  // Still there

  @Test
  void whatLiesUnderTheOtherRecordIsTakenAndNothingElse() {
    GrantView grant = grant(100, null);
    over(mall);
    mall.grant(record, 500, TODAY);
    mall.grant(customer, 50, TODAY);

    assertThat(tryReverse(mall, grant)).isEqualTo(tuple(-100L, 500L, List.of(-100L, 100L)));
    assertThat(mall.usable(customer)).as("only tried").isEqualTo(150);
    Posted reversal = reverse(mall, grant, false);

    assertThat(reversal.amount()).isEqualTo(-100);
    assertThat(reversal.balanceAfter()).isEqualTo(500);
    assertThat(mall.usable(record)).isEqualTo(500);
    assertThat(mall.usable(customer)).isEqualTo(50);
    assertThat(kinds(record))
        .containsExactly(
            EntryKind.REVOKE,
            EntryKind.MERGE_IN,
            EntryKind.GRANT,
            EntryKind.MERGE_OUT,
            EntryKind.GRANT);
  }

  @Test
  void ofAPartlyMovedLotEachPartIsTakenWhereItIsOrGivenUpWhereItMayComeBack() {
    GrantView grant = grant(100, null);
    OrderView first = spend(mall, record, 20);
    UUID held = mall.hold(record, 10, 30);
    over(mall);
    OrderView second = spend(mall, customer, 30);
    OrderView third = spend(mall, customer, 15);

    assertThatThrownBy(() -> reverse(mall, grant, false))
        .isInstanceOfSatisfying(
            HeyiException.class, e -> assertThat(e.args()).containsExactly(100L, 25L));
    assertThat(mall.usable(customer)).as("refused as a whole").isEqualTo(25);
    assertThat(reverse(mall, grant, true).amount()).isEqualTo(-25);
    mall.cancel(first);
    mall.release(held);
    mall.cancel(second);
    mall.cancel(third);

    assertThat(mall.usable(record) + mall.usable(customer)).isZero();
  }

  @Test
  void whatWasHeldUnderTheOtherRecordAndLetGoIsTaken() {
    GrantView grant = grant(100, null);
    over(mall);
    mall.release(mall.hold(customer, 60, 30));

    assertThat(reverse(mall, grant, false).amount()).isEqualTo(-100);
    assertThat(mall.usable(customer)).isZero();
  }

  @Test
  void aHoldThatIsOverUnderTheOtherRecordIsBookedFirst() {
    GrantView grant = grant(100, null);
    over(mall);
    mall.hold(customer, 60, 30);

    assertThat(reverse(tomorrow, grant, false).amount()).isEqualTo(-100);
    assertThat(tomorrow.usable(customer)).isZero();
  }

  @Test
  void whatIsHeldUnderTheOtherRecordDoesNotComeBackByLettingGo() {
    GrantView grant = grant(100, null);
    over(mall);
    UUID held = mall.hold(customer, 60, 30);
    assertThat(reverse(mall, grant, true).amount()).isEqualTo(-40);

    mall.release(held);

    assertThat(mall.usable(customer)).isZero();
  }

  @Test
  void whatWasSpentUnderTheOtherRecordAndCameBackIsTaken() {
    GrantView grant = grant(100, null);
    over(mall);
    mall.cancel(spend(mall, customer, 100));

    assertThat(reverse(mall, grant, false).amount()).isEqualTo(-100);
    assertThat(mall.usable(customer)).isZero();
  }

  @Test
  void whatWasSpentUnderTheOtherRecordIsForfeitedWhenItComesBack() {
    GrantView grant = grant(100, null);
    over(mall);
    OrderView order = spend(mall, customer, 100);
    mall.grant(record, 60, null);
    assertThat(reverse(mall, grant, true).amount()).as("others").isEqualTo(-60);

    OrderView refunded = mall.cancel(order);

    assertThat(refunded.cancellations().get(0).refunds())
        .extracting(OrderView.Refund::decision, OrderView.Refund::amount)
        .containsExactly(
            tuple(RefundDecision.FORFEITED, Points.of(40)),
            tuple(RefundDecision.RETURNED, Points.of(60)));
    assertThat(part(mall)).as("what was taken from others").isEqualTo(Points.of(60));
    assertThat(mall.usable(record)).isEqualTo(60);
  }

  @Test
  void whatPaidAFeeUnderTheOtherRecordIsForfeitedWhenTheFeeComesBack() {
    GrantView grant = grant(100, null);
    over(mall);
    UUID fee = mall.in(m -> charges(m, true).charge(customer, "B0101", Points.of(100), "fee"));
    assertThat(reverse(mall, grant, true).amount()).isZero();

    mall.in(m -> charges(m, true).giveBack(fee, Points.of(100), "ended"));

    assertThat(mall.usable(customer)).isZero();
  }

  @Test
  void whatWasRestoredUnderTheOtherRecordIsTakenThere() {
    GrantView grant = grant(100, TODAY);
    over(mall);
    OrderView order = spend(mall, customer, 100);
    tomorrow.cancel(order);
    assertThat(tomorrow.points(customer).lots())
        .extracting(PointsView.Lot::source)
        .containsExactly(LotSource.RESTORED);

    assertThat(tryReverse(tomorrow, grant)).isEqualTo(tuple(-100L, 0L, List.of(-100L, 100L)));
    assertThat(reverse(tomorrow, grant, false).amount()).isEqualTo(-100);
    assertThat(tomorrow.usable(record) + tomorrow.usable(customer)).isZero();
  }

  @Test
  void whatWasRestoredThereAndTakenDoesNotStandInForTheFeeThatMayComeBack() {
    GrantView grant = grant(100, TODAY);
    over(mall);
    OrderView order = spend(mall, customer, 60);
    UUID fee =
        mall.in(m -> charges(m, true).charge(customer, "B0101", Points.of(40), "membership"));
    tomorrow.cancel(order);

    assertThat(reverse(tomorrow, grant, true).amount()).isEqualTo(-60);
    tomorrow.in(m -> charges(m, true).giveBack(fee, Points.of(40), "ended"));
    assertThat(tomorrow.usable(record) + tomorrow.usable(customer)).isZero();
  }

  @Test
  void aGiftIsUndoneOutOfWhatLiesUnderTheOtherRecordAndTheRestIsOwed() {
    GrantView gift = grant(100, null);
    over(mall);
    spend(mall, customer, 30);

    assertThat(undo(mall, gift)).isEqualTo(undone(70, 30));
    assertThat(mall.usable(customer)).isZero();
  }

  @Test
  void aGiftIsTakenBackWholeOutOfTheOtherRecordOnlyWhenItIsAllThere() {
    GrantView gift = grant(100, null);
    over(mall);
    OrderView order = spend(mall, customer, 30);

    assertThatThrownBy(() -> takeBack(gift))
        .isInstanceOfSatisfying(
            HeyiException.class,
            e -> {
              assertThat(e.error()).isEqualTo(MallError.GIFT_SPENT);
              assertThat(e.args()).containsExactly(100L, 70L);
            });
    mall.cancel(order);
    takeBack(gift);

    assertThat(mall.usable(record) + mall.usable(customer)).isZero();
  }

  // Twice

  @Test
  void theSameReversalSentTwiceIsRefusedAndMovesNothing() {
    GrantView grant = grant(100, null);
    over(mall);
    OrderView order = spend(mall, customer, 100);
    mall.grant(record, 100, null);
    reverse(mall, grant, false);
    mall.cancel(order);

    assertThatThrownBy(() -> reverse(mall, grant, true))
        .isInstanceOfSatisfying(
            HeyiException.class, e -> assertThat(e.error()).isEqualTo(MallError.GRANT_REVERSED));
    assertThat(undo(mall, grant)).isEqualTo(undone(0, 0));
    assertThat(mall.usable(customer)).as("others have paid for them").isEqualTo(100);
  }

  // Somebody else's

  @Test
  void whatStayedWithWhoOrderedWhenTheRecordsWerePartedIsNotTakenFromHim() {
    GrantView grant = grant(100, null);
    over(mall);
    OrderView order = spend(mall, customer, 100);
    part(mall);
    mall.cancel(order);

    assertThat(undo(mall, grant)).isEqualTo(undone(0, 100));
    assertThat(mall.usable(customer)).isEqualTo(100);
  }

  @Test
  void whatSomebodyElsePaidWithItIsHisWhenItComesBackThoughTheGrantWasReversed() {
    GrantView grant = grant(100, null);
    over(mall);
    OrderView stands = spend(mall, customer, 30);
    OrderView cancelled = spend(mall, customer, 70);
    part(mall);
    mall.cancel(cancelled);
    assertThat(reverse(mall, grant, true).amount()).isZero();

    mall.release(mall.hold(customer, 70, 30));
    assertThat(mall.usable(customer)).isEqualTo(70);
    mall.cancel(stands);
    assertThat(mall.usable(customer)).isEqualTo(100);
  }

  @Test
  void whatStayedWithSomebodyElseIsForfeitedShouldItEverGoBack() {
    GrantView grant = grant(100, null);
    over(mall);
    OrderView order = spend(mall, customer, 100);
    part(mall);
    mall.cancel(order);
    assertThat(reverse(mall, grant, true).amount()).isZero();

    assertThat(part(mall)).isEqualTo(Points.ZERO);
    assertThat(mall.usable(record) + mall.usable(customer)).isZero();
  }

  // At once

  @Test
  void ofAReversalAndCancellationsAndMovesAtOnceNoPointIsKeptTwice() throws Exception {
    GrantView grant = grant(100, null);
    over(mall);
    List<OrderView> orders =
        IntStream.range(0, 8).mapToObj(i -> spend(mall, customer, 10)).toList();
    mall.grant(record, 20, null);
    ExecutorService pool = Executors.newFixedThreadPool(6);
    try {
      List<Callable<Object>> all = new ArrayList<>();
      orders.forEach(order -> all.add(() -> mall.cancel(order)));
      all.add(4, () -> reverse(mall, grant, true));
      all.add(2, () -> over(mall));
      all.add(6, () -> over(mall));
      for (Future<Object> one : pool.invokeAll(all)) {
        one.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(mall.usable(record) + mall.usable(customer)).as("others").isEqualTo(20);
  }

  /** When all has come back that may, nothing of the grant is left and all else is. */
  @Property(tries = 40)
  void whateverHappenedNothingIsLeftOfAReversedGrantAndNothingElseIsTaken(@ForAll long seed) {
    UUID one = newCustomer();
    UUID other = newCustomer();
    KnownCustomers.merge(one, other);
    Random chance = new Random(seed);
    LocalDate last = chance.nextBoolean() ? TODAY.plusDays(90) : null;
    GrantView grant =
        mall.in(m -> m.points().grant(new GrantPoints(one, Points.of(100), "earned", last)));
    long others = 0;
    List<OrderView> orders = new ArrayList<>();
    List<UUID> holds = new ArrayList<>();
    List<UUID> fees = new ArrayList<>();
    int reversal = 4 + chance.nextInt(10);
    for (int step = 0; step < 16; step++) {
      if (step == reversal) {
        mall.in(
            m -> m.corrections().reverse(new ReverseGrant(one, grant.entryId(), "wrong", true)));
      }
      UUID who = chance.nextBoolean() ? one : other;
      long some = Math.min(1 + chance.nextInt(40), mall.usable(who));
      switch (chance.nextInt(8)) {
        case 0 -> {
          mall.grant(who, 30, TODAY.plusDays(80 + chance.nextInt(30)));
          others += 30;
        }
        case 1, 2 -> mall.in(m -> m.moves().over(one, other, "同一客户"));
        case 3 -> mall.in(m -> m.moves().back(one, other, "并非同一人"));
        case 4 -> {
          if (some > 0) {
            holds.add(mall.hold(who, some, 30));
          }
        }
        case 5 -> {
          if (some > 0) {
            fees.add(mall.in(m -> charges(m, true).charge(who, "B0101", Points.of(some), "fee")));
          }
        }
        case 6 -> {
          if (!orders.isEmpty()) {
            mall.cancel(orders.remove(chance.nextInt(orders.size())));
          }
        }
        default -> {
          if (some > 0) {
            orders.add(spend(mall, who, some));
          }
        }
      }
    }
    orders.forEach(mall::cancel);
    holds.forEach(mall::release);
    fees.forEach(this::giveBackWhole);

    assertThat(mall.usable(one) + mall.usable(other)).isEqualTo(others);
    theBooksAreSound();
  }

  private void giveBackWhole(UUID fee) {
    mall.in(
        m -> {
          Points paid =
              new Sql(m.em())
                  .one(
                      row -> Sql.points(row, "paid"),
                      "select -sum(amount)::bigint as paid from mall.posting where entry_id = ?"
                          + " and account = 'HELD'",
                      fee)
                  .orElseThrow();
          return charges(m, true).giveBack(fee, paid, "ended");
        });
  }

  private GrantView grant(long points, LocalDate last) {
    return mall.in(
        m -> m.points().grant(new GrantPoints(record, Points.of(points), "earned", last)));
  }

  private Object over(MallFixture at) {
    return at.in(m -> m.moves().over(record, customer, "同一客户"));
  }

  private Points part(MallFixture at) {
    KnownCustomers.part(record);
    return at.in(m -> m.moves().back(record, customer, "并非同一人"));
  }

  private static OrderView spend(MallFixture at, UUID who, long points) {
    return at.order(who, line(at.item(1, points), points));
  }

  private Posted reverse(MallFixture at, GrantView grant, boolean waive) {
    return at.in(
        m ->
            m.corrections()
                .reverse(new ReverseGrant(record, grant.entryId(), "its ground is gone", waive)));
  }

  /** What a reversal would book: its amount, the balance after it, and its legs. */
  private Tuple tryReverse(MallFixture at, GrantView grant) {
    Posted tried =
        at.in(
            m ->
                m.corrections()
                    .tryReverse(
                        new ReverseGrant(record, grant.entryId(), "its ground is gone", false)));
    return tuple(
        tried.amount(),
        tried.balanceAfter(),
        tried.postings().stream().map(Posted.Leg::amount).toList());
  }

  private PointsGifts.Undone undo(MallFixture at, GrantView gift) {
    return at.in(m -> gifts(m).undo(record, gift.entryId(), "作废"));
  }

  private void takeBack(GrantView gift) {
    mall.in(
        m -> {
          gifts(m).takeBack(record, gift.entryId(), "金额有误");
          return null;
        });
  }

  private static PointsGifts gifts(MallFixture.Mall m) {
    return Gifts.within(m.em(), m.clock());
  }

  private static PointsGifts.Undone undone(long taken, long owed) {
    return new PointsGifts.Undone(Points.of(taken), Points.of(owed));
  }

  private static LedgerCharges charges(MallFixture.Mall m, boolean restores) {
    return new LedgerCharges(
        m.em(),
        m.holds(),
        new RefundToExpiredLot(
            restores ? RefundToExpiredLot.Policy.RESTORE : RefundToExpiredLot.Policy.FORFEIT, 30),
        m.clock());
  }

  private List<EntryKind> kinds(UUID who) {
    return mall.in(m -> m.points().statement(who, PageRequest.first(50)).items()).stream()
        .map(StatementRow::kind)
        .toList();
  }
}
