package com.heyi.mall.internal;

import static com.heyi.mall.internal.MallFixture.line;
import static com.heyi.mall.internal.MallFixture.newCustomer;
import static com.heyi.mall.internal.MallFixture.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.heyi.mall.CancelOrder;
import com.heyi.mall.EntryKind;
import com.heyi.mall.ItemView;
import com.heyi.mall.LotSource;
import com.heyi.mall.MallError;
import com.heyi.mall.OrderStatus;
import com.heyi.mall.OrderView;
import com.heyi.mall.PointsGifts;
import com.heyi.mall.PointsView;
import com.heyi.mall.RefundDecision;
import com.heyi.mall.StatementRow;
import com.heyi.mall.TransferPoints;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.value.Points;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrdersTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
  private static final LocalDate SOON = TODAY.plusDays(5);
  private static final LocalDate LATER = TODAY.plusYears(1);

  private final MallFixture mall = MallFixture.on(TODAY);
  private final UUID buyer = newCustomer();

  @AfterEach
  void theBooksBalance() {
    assertThat(mall.trialBalance().balanced()).as(mall.trialBalance().toString()).isTrue();
  }

  @Test
  void anOrderTakesThePointsThatExpireSoonestAndTheStock() {
    UUID never = lotThatNeverExpires(100);
    mall.grant(buyer, 50, LATER);
    mall.grant(buyer, 30, SOON);
    ItemView kettle = mall.item(20, 10);

    OrderView order = mall.order(buyer, line(kettle, 3));

    assertThat(order.status()).isEqualTo(OrderStatus.PLACED);
    assertThat(order.number()).matches("M20260310-\\d{6,}");
    assertThat(order.total()).isEqualTo(Points.of(60));
    assertThat(mall.stock(kettle)).isEqualTo(7);
    PointsView points = mall.points(buyer);
    assertThat(points.lots())
        .extracting(PointsView.Lot::remaining)
        .containsExactly(Points.of(20), Points.of(100));
    assertThat(points.lots().get(1).id()).isEqualTo(never);
  }

  @Test
  void cancellingTheWholeOrderPutsEveryPointBackIntoItsOwnLot() {
    UUID soon = mall.grant(buyer, 30, SOON);
    UUID later = mall.grant(buyer, 50, LATER);
    ItemView kettle = mall.item(20, 10);
    OrderView order = mall.order(buyer, line(kettle, 3));

    OrderView cancelled = mall.cancel(order);

    assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(cancelled.returned()).isEqualTo(Points.of(60));
    assertThat(cancelled.cancellable()).isFalse();
    assertThat(mall.stock(kettle)).isEqualTo(10);
    assertThat(mall.points(buyer).lots())
        .extracting(PointsView.Lot::id, PointsView.Lot::remaining, PointsView.Lot::expiresOn)
        .containsExactly(tuple(soon, Points.of(30), SOON), tuple(later, Points.of(50), LATER));
  }

  @Test
  void aBoundThatNamesNoBranchShowsNoOrderInsteadOfAll() {
    mall.grant(buyer, 30, SOON);
    mall.order(buyer, line(mall.item(20, 10), 1));

    assertThat(mall.in(m -> m.book().page(PageRequest.first(10), Optional.of(""))).items())
        .isEmpty();
    assertThat(mall.in(m -> m.book().page(PageRequest.first(10), Optional.empty())).items())
        .isNotEmpty();
  }

  @Test
  void cancellingPartOfALineGivesBackFirstWhatWasTakenLast() {
    UUID soon = mall.grant(buyer, 30, SOON);
    UUID later = mall.grant(buyer, 50, LATER);
    ItemView kettle = mall.item(20, 10);
    ItemView cup = mall.item(5, 10);
    OrderView order = mall.order(buyer, line(kettle, 3), line(cup, 2));

    OrderView once = mall.cancel(order, part(order, 1, 2L));

    assertThat(once.status()).isEqualTo(OrderStatus.PARTLY_CANCELLED);
    assertThat(once.lines().get(0).left()).isEqualTo(1);
    assertThat(once.cancellations().get(0).refunds())
        .extracting(OrderView.Refund::lotId, OrderView.Refund::amount, OrderView.Refund::decision)
        .containsExactly(
            tuple(later, Points.of(30), RefundDecision.RETURNED),
            tuple(soon, Points.of(10), RefundDecision.RETURNED));

    OrderView twice = mall.cancel(order, part(order, 1, null), part(order, 2, 1L));
    assertThat(twice.returned()).isEqualTo(Points.of(65));
    assertThat(mall.cancel(order).status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(mall.usable(buyer)).isEqualTo(80);
    assertThat(mall.stock(kettle)).isEqualTo(10);
    assertThat(mall.stock(cup)).isEqualTo(10);
  }

  @Test
  void theStatementShowsTheBalanceAfterEachEntryAndTheReversal() {
    mall.grant(buyer, 100, LATER);
    ItemView cup = mall.item(30, 5);
    OrderView order = mall.order(buyer, line(cup, 2));
    mall.cancel(order, part(order, 1, 1L));

    List<StatementRow> rows =
        mall.in(m -> m.points().statement(buyer, PageRequest.first(10))).items();

    assertThat(rows).extracting(StatementRow::entryNo).containsExactly(3L, 2L, 1L);
    assertThat(rows)
        .extracting(StatementRow::kind)
        .containsExactly(EntryKind.CANCEL, EntryKind.REDEEM, EntryKind.GRANT);
    assertThat(rows).extracting(StatementRow::amount).containsExactly(30L, -60L, 100L);
    assertThat(rows).extracting(StatementRow::balanceAfter).containsExactly(70L, 40L, 100L);
    assertThat(rows.get(0).orderNumber()).isEqualTo(order.number());
  }

  @Test
  void errorsNameWhatIsLacking() {
    mall.grant(buyer, 100, LATER);
    ItemView dear = mall.item(101, 5);
    ItemView rare = mall.item(1, 2);
    assertRefused(
        () -> mall.order(buyer, line(dear, 1)), MallError.POINTS_INSUFFICIENT, 101L, 100L);
    assertRefused(
        () -> mall.order(buyer, line(rare, 3)), MallError.STOCK_INSUFFICIENT, rare.sku(), 3L, 2L);
    // Two lines of one item count together.
    assertRefused(
        () -> mall.order(buyer, line(rare, 2), line(rare, 1)),
        MallError.STOCK_INSUFFICIENT,
        rare.sku(),
        3L,
        2L);
    assertRefused(() -> mall.order(buyer), MallError.ORDER_EMPTY);
    assertThat(mall.usable(buyer)).isEqualTo(100);
  }

  @Test
  void cancellingTwiceOrMoreThanIsLeftOrAForeignLineAreDistinctErrors() {
    mall.grant(buyer, 1000, LATER);
    ItemView cup = mall.item(10, 50);
    OrderView order = mall.order(buyer, line(cup, 3), line(cup, 1));
    OrderView other = mall.order(buyer, line(cup, 3));
    assertRefused(
        () -> mall.cancel(order, part(order, 1, 4L)), MallError.CANCEL_MORE_THAN_LEFT, 1, 4L, 3L);
    assertRefused(
        () -> mall.cancel(order, part(other, 1, 1L)),
        MallError.LINE_NOT_IN_ORDER,
        other.lines().get(0).id(),
        order.number());
    assertRefused(
        () -> mall.cancel(order, part(order, 1, 1L), part(order, 1, 1L)), MallError.LINE_TWICE, 1);
    mall.cancel(order, part(order, 1, 3L));
    assertRefused(
        () -> mall.cancel(order, part(order, 1, 1L)),
        MallError.LINE_ALREADY_CANCELLED,
        1,
        order.number());
    mall.cancel(order);
    assertRefused(() -> mall.cancel(order), MallError.ORDER_ALREADY_CANCELLED, order.number());
  }

  @Test
  void aCancellationOfAnOrderThatHasMovedOnIsRefused() {
    mall.grant(buyer, 100, LATER);
    OrderView order = mall.order(buyer, line(mall.item(10, 5), 3));
    mall.cancel(order, part(order, 1, 1L));
    assertThatThrownBy(
            () ->
                mall.in(
                    m -> {
                      m.desk()
                          .cancel(new CancelOrder(order.id(), order.version(), "again", List.of()));
                      return null;
                    }))
        .isInstanceOfSatisfying(
            HeyiException.class, e -> assertThat(e.error()).isEqualTo(CommonError.VERSION_MOVED));
    assertThat(mall.usable(buyer)).isEqualTo(80);
  }

  @Test
  void pointsOfAnExpiredLotAreRestoredInANewLotAndTheOldOneKeepsItsLastDay() {
    UUID soon = mall.grant(buyer, 30, SOON);
    ItemView cup = mall.item(10, 5);
    OrderView order = mall.order(buyer, line(cup, 3));
    MallFixture afterwards = mall.later(10);

    OrderView cancelled = afterwards.cancel(order, part(order, 1, 2L));

    OrderView.Refund refund = cancelled.cancellations().get(0).refunds().get(0);
    assertThat(refund.decision()).isEqualTo(RefundDecision.RESTORED);
    assertThat(refund.lotId()).isEqualTo(soon);
    PointsView points = afterwards.points(buyer);
    assertThat(points.usable()).isEqualTo(Points.of(20));
    assertThat(points.lots()).hasSize(1);
    assertThat(points.lots().get(0).id()).isEqualTo(refund.restoredLotId());
    assertThat(points.lots().get(0).source()).isEqualTo(LotSource.RESTORED);
    assertThat(points.lots().get(0).expiresOn()).isEqualTo(TODAY.plusDays(40));
  }

  @Test
  void noPointIsRestoredTwiceHoweverOftenItIsOrderedBeforeItsLastDayAndCancelledAfter() {
    mall.grant(buyer, 30, SOON);
    ItemView cup = mall.item(10, 5);
    OrderView first = mall.order(buyer, line(cup, 3));
    MallFixture afterwards = mall.later(10);
    afterwards.cancel(first);
    OrderView second = afterwards.order(buyer, line(cup, 3));

    OrderView cancelled = afterwards.later(31).cancel(second);

    assertThat(cancelled.cancellations().get(0).refunds())
        .extracting(OrderView.Refund::decision)
        .containsExactly(RefundDecision.FORFEITED);
    assertThat(afterwards.later(31).usable(buyer)).isZero();
  }

  @Test
  void noPointIsRestoredTwiceByHandingItOnInBetween() {
    UUID[] two = MallFixture.couple();
    mall.grant(two[0], 30, SOON);
    ItemView cup = mall.item(10, 5);
    OrderView first = mall.order(two[0], line(cup, 3));
    MallFixture afterwards = mall.later(10);
    afterwards.cancel(first);
    afterwards.in(
        m -> m.transfers().transfer(new TransferPoints(two[0], two[1], Points.of(30), "for you")));
    OrderView second = afterwards.order(two[1], line(cup, 3));

    assertThat(afterwards.later(31).cancel(second).cancellations().get(0).refunds())
        .extracting(OrderView.Refund::decision)
        .containsExactly(RefundDecision.FORFEITED);
  }

  @Test
  void pointsOfAnExpiredLotAreForfeitedWhenThePolicySaysSo() {
    mall.grant(buyer, 30, SOON);
    ItemView cup = mall.item(10, 5);
    OrderView order = mall.order(buyer, line(cup, 3));
    MallFixture afterwards = mall.forfeiting().later(10);

    OrderView cancelled = afterwards.cancel(order);

    assertThat(cancelled.cancellations().get(0).refunds())
        .extracting(OrderView.Refund::decision)
        .containsExactly(RefundDecision.FORFEITED);
    assertThat(afterwards.usable(buyer)).isZero();
    assertThat(afterwards.stock(cup)).isEqualTo(5);
  }

  @Test
  void stockIsReceivedOnTheVersionThatWasSeenAndOrdersDoNotSpoilIt() {
    mall.grant(buyer, 100, LATER);
    ItemView cup = mall.item(10, 5);
    mall.order(buyer, line(cup, 2));
    ItemView received = mall.adjust(cup, 4);
    assertThat(received.stock()).isEqualTo(7);
    assertThat(received.version()).isEqualTo(cup.version() + 1);
    assertThatThrownBy(() -> mall.adjust(cup, 4))
        .isInstanceOfSatisfying(
            HeyiException.class, e -> assertThat(e.error()).isEqualTo(CommonError.VERSION_MOVED));
    assertRefused(() -> mall.adjust(received, -8), MallError.STOCK_INSUFFICIENT, cup.sku(), 8L, 7L);
  }

  @Test
  void bugElsewhereEarnRefundKeepThePoints() {
    mall.grant(buyer, 100, LATER);
    ItemView cup = mall.item(100, 5);
    for (int round = 0; round < 5; round++) {
      OrderView order = mall.order(buyer, line(cup, 1));
      UUID earned = earn(50);
      mall.cancel(order);
      assertThat(undo(earned)).isEqualTo(new PointsGifts.Undone(Points.of(50), Points.ZERO));
      assertRefused(() -> mall.cancel(order), MallError.ORDER_ALREADY_CANCELLED, order.number());
      assertThat(mall.usable(buyer)).as("points after round " + round).isEqualTo(100);
    }

    OrderView order = mall.order(buyer, line(cup, 1));
    UUID earned = earn(50);
    mall.order(buyer, line(mall.item(50, 5), 1));
    mall.cancel(order);
    undo(earned);
    assertThat(mall.usable(buyer)).as("what was earned had been spent").isEqualTo(50);
  }

  private UUID earn(long points) {
    return mall.in(
        m ->
            new LedgerGifts(m.em(), m.points(), m.clock(), new KnownCustomers())
                .give(buyer, Points.of(points), "for the order")
                .entryId());
  }

  private PointsGifts.Undone undo(UUID earned) {
    return mall.in(
        m ->
            new LedgerGifts(m.em(), m.points(), m.clock(), new KnownCustomers())
                .undo(buyer, earned, "cancelled"));
  }

  @Test
  void bugElsewhereARefundDebitsThePointsASecondTime() {
    mall.grant(buyer, 100, LATER);
    ItemView cup = mall.item(40, 5);
    OrderView order = mall.order(buyer, line(cup, 1));
    assertThat(mall.usable(buyer)).isEqualTo(60);
    mall.cancel(order);
    assertThat(mall.usable(buyer)).isEqualTo(100);
  }

  @Test
  void bugElsewhereLotsThatNeverExpireBecauseTheyAreSelectedByLabel() {
    mall.grant(buyer, 30, SOON);
    ItemView cup = mall.item(10, 5);
    OrderView order = mall.order(buyer, line(cup, 1));
    MallFixture afterwards = mall.later(10);
    afterwards.cancel(order);
    // 20 in the granted lot have expired, 10 live on in a restored one, until that expires too.
    assertThat(afterwards.usable(buyer)).isEqualTo(10);
    assertThat(afterwards.expire(buyer)).isEqualTo(Points.of(20));
    MallFixture muchLater = afterwards.later(31);
    assertThat(muchLater.usable(buyer)).isZero();
    assertThat(muchLater.customersWithExpiredPoints()).contains(buyer);
    assertThat(muchLater.expire(buyer)).isEqualTo(Points.of(10));
    assertThat(muchLater.expire(buyer)).isEqualTo(Points.ZERO);
    assertThat(muchLater.points(buyer).lots()).isEmpty();
  }

  @Test
  void bugElsewhereASingleNextExpiryDateWhereThereAreSeveral() {
    mall.grant(buyer, 30, SOON);
    mall.grant(buyer, 5, SOON);
    mall.grant(buyer, 50, LATER);
    lotThatNeverExpires(7);
    assertThat(mall.points(buyer).expiring())
        .containsExactly(
            new PointsView.Expiring(SOON, Points.of(35)),
            new PointsView.Expiring(LATER, Points.of(50)));
  }

  @Test
  void bugElsewhereBalanceIsAllEarnedMinusAllSpentWithTheExpiredFilteredOut() {
    // Earned 100, of them 60 spent, then the lot expires: earned (0 now) minus spent would be -60.
    mall.grant(buyer, 100, SOON);
    mall.grant(buyer, 50, LATER);
    mall.order(buyer, line(mall.item(60, 5), 1));
    MallFixture afterwards = mall.later(10);
    assertThat(afterwards.usable(buyer)).isEqualTo(50);
    assertThat(afterwards.points(buyer).expired()).isEqualTo(Points.of(40));
  }

  @Test
  void expiredPointsPayNothing() {
    mall.grant(buyer, 100, SOON);
    ItemView cup = mall.item(10, 5);
    assertThat(mall.later(5).order(buyer, line(cup, 1)).total()).isEqualTo(Points.of(10));
    assertRefused(
        () -> mall.later(6).order(buyer, line(cup, 1)), MallError.POINTS_INSUFFICIENT, 10L, 0L);
  }

  @Test
  void ofBuyersRacingForTheLastPiecesOnlyAsManyGetOneAsThereAre() throws Exception {
    ItemView rare = mall.item(10, 5);
    List<UUID> buyers = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      UUID racer = newCustomer();
      mall.grant(racer, 100, LATER);
      buyers.add(racer);
    }
    List<Object> outcomes =
        race(
            buyers.stream()
                .map(racer -> (Callable<Object>) () -> mall.order(racer, line(rare, 1)))
                .toList());
    assertThat(outcomes.stream().filter(OrderView.class::isInstance)).hasSize(5);
    assertThat(outcomes.stream().filter(MallError.STOCK_INSUFFICIENT::equals)).hasSize(7);
    assertThat(mall.stock(rare)).isZero();
  }

  @Test
  void theSamePointsAreNotSpentTwiceByOrdersThatRace() throws Exception {
    mall.grant(buyer, 100, LATER);
    ItemView cup = mall.item(40, 100);
    Callable<Object> order = () -> mall.order(buyer, line(cup, 1));
    List<Object> outcomes = race(List.of(order, order, order, order, order, order));
    assertThat(outcomes.stream().filter(OrderView.class::isInstance)).hasSize(2);
    assertThat(outcomes.stream().filter(MallError.POINTS_INSUFFICIENT::equals)).hasSize(4);
    assertThat(mall.usable(buyer)).isEqualTo(20);
    assertThat(mall.stock(cup)).isEqualTo(98);
  }

  @Test
  void ofCancellationsThatRaceOneGivesThePointsBack() throws Exception {
    mall.grant(buyer, 100, LATER);
    ItemView cup = mall.item(100, 1);
    OrderView order = mall.order(buyer, line(cup, 1));
    Callable<Object> cancel = () -> mall.cancel(order);
    List<Object> outcomes = race(List.of(cancel, cancel, cancel, cancel));
    assertThat(outcomes.stream().filter(OrderView.class::isInstance)).hasSize(1);
    assertThat(outcomes.stream().filter(MallError.ORDER_ALREADY_CANCELLED::equals)).hasSize(3);
    assertThat(mall.usable(buyer)).isEqualTo(100);
    assertThat(mall.stock(cup)).isEqualTo(1);
  }

  @Test
  void ordersOfTheSameItemsInOppositeOrderDoNotBlockEachOther() throws Exception {
    ItemView a = mall.item(1, 1000);
    ItemView b = mall.item(1, 1000);
    List<Callable<Object>> orders = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      UUID racer = newCustomer();
      mall.grant(racer, 100, LATER);
      boolean forward = i % 2 == 0;
      orders.add(
          () ->
              forward
                  ? mall.order(racer, line(a, 1), line(b, 1))
                  : mall.order(racer, line(b, 1), line(a, 1)));
    }
    assertThat(race(orders)).allMatch(OrderView.class::isInstance);
    assertThat(mall.stock(a)).isEqualTo(984);
    assertThat(mall.stock(b)).isEqualTo(984);
  }

  private UUID lotThatNeverExpires(long points) {
    return mall.in(m -> m.points().grant(buyer, Points.of(points), "for ever", TODAY, null))
        .lotId();
  }

  /** Runs all at once; answers what each returned, or the error code with which it was refused. */
  private static List<Object> race(List<Callable<Object>> runners) throws Exception {
    CyclicBarrier start = new CyclicBarrier(runners.size());
    ExecutorService pool = Executors.newFixedThreadPool(runners.size());
    try {
      List<Future<Object>> running = new ArrayList<>();
      for (Callable<Object> runner : runners) {
        running.add(
            pool.submit(
                () -> {
                  start.await();
                  try {
                    return runner.call();
                  } catch (HeyiException e) {
                    return e.error();
                  }
                }));
      }
      List<Object> outcomes = new ArrayList<>();
      for (Future<Object> one : running) {
        outcomes.add(one.get());
      }
      return outcomes;
    } finally {
      pool.shutdownNow();
    }
  }

  private static void assertRefused(ThrowingCallable call, MallError error, Object... args) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            HeyiException.class,
            e -> {
              assertThat(e.error()).isEqualTo(error);
              assertThat(e.args()).containsExactly(args);
            });
  }
}
