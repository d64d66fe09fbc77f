package com.heyi.winddown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.heyi.accounts.AccountType;
import com.heyi.imports.ImportOutcome;
import com.heyi.mall.OrderView;
import com.heyi.mall.PointsView;
import com.heyi.shared.facade.Change;
import com.heyi.shared.facade.Noted;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import com.heyi.testing.TestDatabase;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Another mall ends: its open orders and coupons come over, are given back, or expire. */
class AnotherMallTest {
  private static final LocalDate MIGRATED = Closing.ANNOUNCED.plusDays(40);
  private final Closing closing = new Closing();

  @Test
  void anOpenOrderStandsHereWithTheSamePointsAndGivesThemBackWhenItIsCancelled() {
    UUID customer = closing.customer("buyer");
    String kettle = closing.item(999, 10);
    String cup = closing.item(50, 10);
    PlanView frozen = closing.frozen();
    assertThat(
            closing
                .handOverOrders(
                    row("buyer", "A-1", kettle, "1", "800", "0", "2027-12-31"),
                    row("buyer", "A-1", cup, "3", "100", "0", "2027-12-31"))
                .loaded())
        .isEqualTo(2);
    PlanView plan = closing.migrating(frozen);
    assertThat(closing.runBatch(plan)).isEqualTo(ImportOutcome.loaded(1));

    ProofView proof = closing.proof(plan, customer);
    assertThat(proof.ordersBefore()).isEqualTo(1);
    assertThat(proof.ordersAfter()).isEqualTo(1);
    assertThat(proof.ordersRefunded()).isZero();
    assertThat(proof.pointsBefore()).isEqualTo(Points.of(900));
    assertThat(proof.pointsAfter()).isEqualTo(Points.of(900));
    assertThat(closing.points(customer).usable()).isEqualTo(Points.ZERO);
    OrderView order = closing.order(placed(plan, "A-1"));
    assertThat(order.total()).isEqualTo(Points.of(900));
    assertThat(order.lines()).hasSize(2);
    closing.cancel(order.id());
    assertThat(closing.points(customer).usable()).isEqualTo(Points.of(900));
    assertThat(closing.points(customer).lots())
        .extracting(PointsView.Lot::expiresOn)
        .containsExactly(LocalDate.of(2027, 12, 31));
    assertThat(closing.view(plan).progress().orders())
        .isEqualTo(new PlanProgress.Things(1, 1, 0, 0, 0));
    assertThat(closing.breaches()).isZero();
  }

  @Test
  void anOrderThatCannotBeDeliveredFromHereIsGivenBackAsAWhole() {
    UUID customer = closing.customer("buyer");
    String kettle = closing.item(100, 1);
    PlanView frozen = closing.frozen();
    closing.handOverOrders(
        row("buyer", "A-1", kettle, "1", "100", "0", "2027-12-31"),
        row("buyer", "A-1", "NOWHERE", "1", "40", "0", "2027-12-31"),
        row("buyer", "A-2", kettle, "2", "200", "0", ""),
        row("buyer", "A-3", kettle, "1", "70", "9.90", ""));
    PlanView plan = closing.migrating(frozen);
    closing.runBatch(plan);

    ProofView proof = closing.proof(plan, customer);
    assertThat(proof.ordersBefore()).isEqualTo(3);
    assertThat(proof.ordersRefunded()).isEqualTo(3);
    assertThat(proof.pointsAfter()).isEqualTo(Points.of(410));
    assertThat(proof.moneyRefunded()).isEqualTo(Money.cny("9.90"));
    assertThat(closing.points(customer).usable()).isEqualTo(Points.of(410));
    assertThat(closing.view(plan).progress().refundsDueAmount()).isEqualTo(Money.cny("9.90"));
    assertThat(closing.breaches()).isZero();
  }

  @Test
  void theLastPieceGoesToOneCustomerOnlyAndTheOtherHasHisPoints() {
    UUID first = closing.customer("one");
    UUID second = closing.customer("two");
    String kettle = closing.item(100, 1);
    PlanView frozen = closing.frozen();
    closing.handOverOrders(
        row("one", "A-1", kettle, "1", "100", "0", ""),
        row("two", "A-2", kettle, "1", "100", "0", ""));
    PlanView plan = closing.migrating(frozen);
    closing.runBatch(plan);

    assertThat(closing.proof(plan, first).ordersAfter() + closing.proof(plan, second).ordersAfter())
        .isEqualTo(1);
    assertThat(closing.points(first).usable().plus(closing.points(second).usable()))
        .isEqualTo(Points.of(100));
    assertThat(closing.runBatch(plan)).isEqualTo(ImportOutcome.unchanged(2));
  }

  @Test
  void aMigrationAndACustomerOfItWhoOrdersAtThatMomentDoNotWaitInARing() throws Exception {
    UUID first = closing.customer("first");
    UUID busy = closing.customer("busy");
    closing.grant(first, 1);
    closing.grant(busy, 1);
    String kettle = closing.item(100, 10);
    PlanView frozen = closing.frozen();
    closing.handOverOrders(
        row("first", "A-1", kettle, "1", "100", "0", ""),
        row("busy", "A-2", kettle, "1", "100", "0", ""));
    PlanView plan = closing.migrating(frozen);
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<ImportOutcome> batch =
          TestDatabase.get()
              .inTransaction(
                  buyer -> {
                    buyer
                        .createNativeQuery(
                            "select customer_id from mall.points_account where customer_id = :busy"
                                + " for no key update")
                        .setParameter("busy", busy)
                        .getSingleResult();
                    Future<ImportOutcome> running = thread.submit(() -> closing.runBatch(plan));
                    awaitAWaiter(buyer);
                    buyer
                        .createNativeQuery(
                            "select id from mall.item where sku = :sku for no key update")
                        .setParameter("sku", kettle)
                        .getSingleResult();
                    return running;
                  });
      assertThat(batch.get()).isEqualTo(ImportOutcome.loaded(2));
    } finally {
      thread.shutdownNow();
    }
    assertThat(closing.breaches()).isZero();
  }

  @Test
  void aMigrationAndATransferBetweenTwoOfItsCustomersDoNotWaitInARing() throws Exception {
    UUID first = closing.customer("first");
    UUID second = closing.customer("second");
    // The first of the list has the account that a transfer holds last.
    UUID held = closing.account(second, AccountType.I);
    UUID last = closing.account(first, AccountType.I);
    closing.as(tools -> tools.payments().payIn(held, Money.cny("50.00"), "甲", "存入"));
    closing.as(tools -> tools.payments().payIn(last, Money.cny("50.00"), "甲", "存入"));
    PlanView frozen = closing.frozen();
    closing.handOver(row("first", "MONEY", "7.00"), row("second", "MONEY", "9.00"));
    PlanView plan = closing.migrating(frozen);
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<ImportOutcome> batch =
          closing.as(
              tools -> {
                tools.payments().hold(List.of(held));
                Future<ImportOutcome> running = thread.submit(() -> closing.runBatch(plan));
                awaitAWaiter(tools.em());
                tools.payments().transfer(held, last, Money.cny("20.00"), "转账");
                return running;
              });
      assertThat(batch.get()).isEqualTo(ImportOutcome.loaded(2));
    } finally {
      thread.shutdownNow();
    }
    assertThat(closing.balance(held)).isEqualTo(Money.cny("39.00"));
    assertThat(closing.balance(last)).isEqualTo(Money.cny("77.00"));
  }

  /** Waits until somebody waits for what this transaction holds. */
  private static void awaitAWaiter(EntityManager em) {
    long waiting = 0;
    for (int round = 0; round < 200 && waiting == 0; round++) {
      waiting =
          (Long)
              em.createNativeQuery(
                      "select count(*) from (select pg_sleep(0.05)) pause, pg_stat_activity"
                          + " where pg_backend_pid() = any(pg_blocking_pids(pid))",
                      Long.class)
                  .getSingleResult();
    }
    assertThat(waiting).isOne();
  }

  @Test
  void pointsOfAnOrderThatAreOverLiveSomeDaysMoreWhenItIsGivenBack() {
    UUID customer = closing.customer("buyer");
    PlanView frozen = closing.frozen();
    closing.handOverOrders(
        row("buyer", "A-1", "NOWHERE", "1", "40", "0", MIGRATED.minusDays(1).toString()),
        row("buyer", "A-2", "NOWHERE", "1", "60", "0", MIGRATED.toString()));
    closing.runBatch(closing.migrating(frozen));
    assertThat(closing.points(customer).lots())
        .extracting(PointsView.Lot::expiresOn)
        .containsExactlyInAnyOrder(MIGRATED.plusDays(30), MIGRATED);
  }

  @Test
  void aCouponBecomesOneOfItsKindUntilItsLastDayThereOrIsOver() {
    UUID customer = closing.customer("holder");
    String kind = closing.kindOfCoupon(null);
    PlanView frozen = closing.frozen();
    assertThat(
            closing
                .handOverCoupons(
                    row("holder", "K-1", kind, "2027-06-30"),
                    row("holder", "K-2", kind, MIGRATED.toString()),
                    row("holder", "K-3", kind, MIGRATED.minusDays(1).toString()))
                .loaded())
        .isEqualTo(3);
    PlanView plan = closing.migrating(frozen);
    closing.runBatch(plan);

    ProofView proof = closing.proof(plan, customer);
    assertThat(proof.couponsBefore()).isEqualTo(3);
    assertThat(proof.couponsAfter()).as("more than one customer is given here").isEqualTo(2);
    assertThat(proof.couponsExpired()).isEqualTo(1);
    List<?> days =
        closing.as(
            tools ->
                tools
                    .em()
                    .createNativeQuery(
                        "select cast(valid_until as text) from promotions.coupon"
                            + " where customer_id = :customer and status = 'AVAILABLE'"
                            + " order by valid_until",
                        String.class)
                    .setParameter("customer", customer)
                    .getResultList());
    assertThat(days).hasToString("[" + MIGRATED + ", 2027-06-30]");
    assertThat(closing.view(plan).progress().coupons())
        .isEqualTo(new PlanProgress.Things(3, 2, 0, 1, 0));
    assertThat(closing.view(plan).progress().nothingLeft()).isTrue();
  }

  @Test
  void theSameAgainIsNoChangeAndWhatSaysSomethingElseIsRefusedWithItsReason() {
    closing.customer("a");
    closing.customer("b");
    String kind = closing.kindOfCoupon(null);
    String capped = closing.kindOfCoupon(5L);
    closing.frozen();
    String[] line = row("a", "A-1", "X", "2", "10", "0", "");
    closing.handOverOrders(line);
    assertThat(closing.handOverOrders(line, row("a", "A-1", "Y", "1", "5", "0", "")))
        .isEqualTo(ImportOutcome.loaded(1).plus(ImportOutcome.unchanged(1)));
    assertThat(
            codes(
                closing.handOverOrders(
                    row("a", "A-1", "X", "3", "10", "0", ""),
                    row("b", "A-1", "Z", "1", "10", "0", ""),
                    row("a", "A-2", "X", "1", "0", "0.00", ""),
                    row("a", "A-2", "X", "0", "5", "0", ""),
                    row("a", "A-2", "X", "1", "5", "0", "2027-02-29"),
                    row("a", "订单一", "X", "1", "5", "0", ""),
                    row("nobody", "A-2", "X", "1", "5", "0", ""))))
        .containsExactly(
            "app-order.differs",
            "app-order.differs",
            "app-order.free",
            "app-balance.column",
            "app-balance.column",
            "app-balance.column",
            "app-balance.unknown-identity");
    closing.handOverCoupons(row("a", "K-1", kind, "2027-01-01"));
    assertThat(
            codes(
                closing.handOverCoupons(
                    row("a", "K-1", kind, "2027-01-02"),
                    row("a", "K-2", capped, "2027-01-01"),
                    row("a", "K-2", "NO_SUCH", "2027-01-01"),
                    row("a", "K-2", kind, ""))))
        .containsExactly(
            "app-order.differs", "app-coupon.kind", "app-coupon.kind", "app-balance.column");
  }

  @Test
  void aCouponOfOneCodeIsOneCouponWhateverKindIsSaidOfIt() {
    closing.customer("a");
    String kind = closing.kindOfCoupon(null);
    String another = closing.kindOfCoupon(null);
    PlanView plan = closing.frozen();
    closing.handOverCoupons(row("a", "K-1", kind, "2027-01-01"));
    assertThat(codes(closing.handOverCoupons(row("a", "K-1", another, "2027-01-01"))))
        .as("a corrected file")
        .containsExactly("app-order.differs");
    assertThat(
            codes(
                closing.handOverCoupons(
                    row("a", "K-2", kind, "2027-01-01"), row("a", "K-2", another, "2027-01-01"))))
        .as("one file")
        .containsExactly("app-order.differs");
    assertThatThrownBy(
            () ->
                sql(
                    "insert into winddown.holding (id, plan_id, external_id, kind, points, amount,"
                        + " expires_on, taken_at, ref, what) select gen_random_uuid(), plan_id,"
                        + " external_id, kind, points, amount, expires_on, taken_at, ref, 'ANOTHER'"
                        + " from winddown.holding where ref = 'K-1' and plan_id = '"
                        + plan.id()
                        + "'"))
        .hasMessageContaining("holding_coupon_once");
  }

  @Test
  void whoIsErasedIsStillCountedWithHisOrdersAndCoupons() {
    UUID customer = closing.customer("buyer");
    closing.customer("another");
    String kettle = closing.item(100, 10);
    String cup = closing.item(50, 10);
    String kind = closing.kindOfCoupon(null);
    PlanView frozen = closing.frozen();
    closing.handOverOrders(
        row("buyer", "A-1", kettle, "1", "100", "0", ""),
        row("buyer", "A-1", cup, "2", "100", "0", ""),
        row("buyer", "A-2", kettle, "1", "70", "9.90", ""),
        row("buyer", "A-2", cup, "1", "30", "0", ""),
        row("another", "A-3", cup, "1", "30", "0", ""));
    closing.handOverCoupons(
        row("buyer", "K-1", kind, "2027-06-30"), row("buyer", "K-2", kind, "2027-06-30"));
    PlanView plan = closing.migrating(frozen);
    closing.runBatch(plan);

    closing.erase(customer);

    PlanProgress after = closing.view(plan).progress();
    assertThat(after.orders()).isEqualTo(new PlanProgress.Things(3, 2, 1, 0, 0));
    assertThat(after.coupons()).isEqualTo(new PlanProgress.Things(2, 2, 0, 0, 0));
  }

  @Test
  void theNumberThatAnOrderHadInTheEndedAppEndsWithItsCustomer() {
    UUID customer = closing.customer("buyer");
    closing.customer("another");
    String cup = closing.item(50, 10);
    PlanView frozen = closing.frozen();
    closing.handOverOrders(
        row("buyer", "A-1", cup, "2", "100", "0", ""),
        row("another", "A-3", cup, "1", "30", "0", ""));
    PlanView plan = closing.migrating(frozen);
    closing.runBatch(plan);
    UUID order = placed(plan, "A-1");
    UUID others = placed(plan, "A-3");
    assertThat(closing.order(order).externalRef()).isEqualTo(closing.app + ":A-1");

    closing.erase(customer);

    assertThat(closing.order(order).externalRef()).isEqualTo("erased:" + order);
    assertThat(closing.order(others).externalRef()).isEqualTo(closing.app + ":A-3");
  }

  @Test
  void theTrailTellsAllThatTheAppSaidItHandedOver() {
    closing.customer("a");
    String kind = closing.kindOfCoupon(null);
    PlanView frozen = closing.frozen();
    closing.handOverOrders(
        row("a", "A-1", "X", "1", "10", "1.50", ""), row("a", "A-2", "X", "1", "5", "0", ""));
    closing.handOverCoupons(row("a", "K-1", kind, "2027-01-01"));
    assertThat(Noted.during("app.migrate", null, () -> closing.migrating(frozen)))
        .filteredOn(change -> change.field().startsWith("control"))
        .extracting(Change::field, Change::after)
        .containsExactly(
            tuple("controlPoints", "15"),
            tuple("controlMoney", "1.50"),
            tuple("controlCustomers", "1"),
            tuple("controlOrders", "2"),
            tuple("controlCoupons", "1"));
  }

  @Test
  void ordersOfAnAppThatIsNotFrozenAreRefused() {
    closing.customer("a");
    closing.announce();
    assertThat(codes(closing.handOverOrders(row("a", "A-1", "X", "1", "5", "0", ""))))
        .containsExactly("app-balance.not-frozen");
  }

  @Test
  void theDatabaseRefusesAProofThatLosesAnOrderOrACoupon() {
    closing.customer("a");
    PlanView plan = closing.frozen();
    String columns =
        "insert into winddown.proof (id, plan_id, customer_id, points_before, points_after,"
            + " points_refunded, points_expired, money_before, money_after, money_refunded,"
            + " money_expired, orders_before, orders_after, orders_refunded, coupons_before,"
            + " coupons_after, coupons_expired, migrated_at) values (gen_random_uuid(), '"
            + plan.id()
            + "', gen_random_uuid(), 0, 0, 0, 0, 0, 0, 0, 0, ";
    assertThatThrownBy(() -> sql(columns + "2, 1, 0, 0, 0, 0, now())"))
        .hasMessageContaining("orders_add_up");
    assertThatThrownBy(() -> sql(columns + "0, 0, 0, 2, 1, 0, now())"))
        .hasMessageContaining("coupons_add_up");
    assertThatThrownBy(() -> sql(columns + "1, 1, 0, 0, 0, 0, now())"))
        .hasMessageContaining("does not say what its moves say");
  }

  @Test
  void whateverTheMallHandsOverTheSumsAgree() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    String[] skus = {closing.item(10, 8), closing.item(20, 5), "NOWHERE"};
    String kind = closing.kindOfCoupon(null);
    for (int i = 0; i < 25; i++) {
      closing.customer("r" + i);
    }
    PlanView frozen = closing.frozen();
    int order = 0;
    for (int i = 0; i < 25; i++) {
      for (int n = random.nextInt(3); n > 0; n--) {
        order++;
        for (int line = random.nextInt(3); line >= 0; line--) {
          closing.handOverOrders(
              row(
                  "r" + i,
                  "O-" + order,
                  skus[line],
                  Integer.toString(1 + random.nextInt(3)),
                  Integer.toString(1 + random.nextInt(500)),
                  random.nextInt(5) == 0 ? "1.50" : "0",
                  random.nextBoolean() ? "" : MIGRATED.plusDays(random.nextInt(5) - 2).toString()));
        }
      }
      if (random.nextBoolean()) {
        closing.handOverCoupons(
            row("r" + i, "K-" + i, kind, MIGRATED.plusDays(random.nextInt(5) - 2).toString()));
      }
    }
    PlanView plan = closing.migrating(frozen);
    assertThat(closing.runBatch(plan)).as("seed %d", seed).isEqualTo(ImportOutcome.loaded(25));
    PlanProgress done = closing.view(plan).progress();
    assertThat(done.orders().before())
        .as("seed %d", seed)
        .isEqualTo(order)
        .isEqualTo(done.orders().after() + done.orders().refunded());
    assertThat(done.coupons().before())
        .as("seed %d", seed)
        .isEqualTo(done.coupons().after() + done.coupons().expired());
    assertThat(done.pointsBefore()).as("seed %d", seed).isEqualTo(done.pointsAfter());
    assertThat(done.moneyBefore()).as("seed %d", seed).isEqualTo(done.moneyRefunded());
    assertThat(done.holdingsLeft()).as("seed %d", seed).isZero();
    assertThat(closing.breaches()).as("seed %d", seed).isZero();
  }

  private UUID placed(PlanView plan, String number) {
    return closing.as(
        tools ->
            (UUID)
                tools
                    .em()
                    .createNativeQuery(
                        "select distinct m.entry_id from winddown.move m join winddown.holding h"
                            + " on h.id = m.holding_id where h.plan_id = :plan"
                            + " and m.outcome = 'PLACED' and h.ref = :number",
                        UUID.class)
                    .setParameter("plan", plan.id())
                    .setParameter("number", number)
                    .getSingleResult());
  }

  private static String[] row(String... cells) {
    return cells;
  }

  private static List<String> codes(ImportOutcome outcome) {
    return outcome.rejects().stream().map(ImportOutcome.Reject::code).toList();
  }

  private static void sql(String statement) throws SQLException {
    try (Connection connection = TestDatabase.get().owner().getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }
}
