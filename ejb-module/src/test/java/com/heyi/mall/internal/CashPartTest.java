package com.heyi.mall.internal;

import static com.heyi.mall.internal.MallFixture.PURSE;
import static com.heyi.mall.internal.MallFixture.back;
import static com.heyi.mall.internal.MallFixture.line;
import static com.heyi.mall.internal.MallFixture.newCustomer;
import static com.heyi.mall.internal.MallFixture.part;
import static com.heyi.mall.internal.OrderLifeTest.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.accounts.AccountStatus;
import com.heyi.accounts.AccountType;
import com.heyi.deposits.DepositsError;
import com.heyi.deposits.DepositsTrialBalance;
import com.heyi.mall.CheckoutStatus;
import com.heyi.mall.CheckoutView;
import com.heyi.mall.ItemView;
import com.heyi.mall.MallError;
import com.heyi.mall.OrderStatus;
import com.heyi.mall.OrderStep;
import com.heyi.mall.OrderView;
import com.heyi.mall.PayCash;
import com.heyi.mall.PaymentView;
import com.heyi.mall.ReturnStep;
import com.heyi.mall.ReturnView;
import com.heyi.mall.TrialBalance.Check;
import com.heyi.mall.TrialBalance.Invariant;
import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Noted;
import com.heyi.shared.persistence.Sql;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import com.heyi.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CashPartTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

  private final MallFixture mall = MallFixture.on(TODAY);
  private final UUID buyer = newCustomer();
  private final ItemView kettle = mall.item(20, "9.90", 10);
  private final ItemView cup = mall.item(5, "0.01", 10);
  private DepositsTrialBalance before;
  private UUID account;

  @BeforeEach
  void heHasPointsAndMoney() {
    before = mall.moneyBooks();
    mall.grant(buyer, 1000, null);
    account = mall.account(buyer, AccountType.I, "100.00");
  }

  /** Other tests on the same database may have left faults of their own. */
  @AfterEach
  void theBooksOfMoneyAndOfPointsBalance() {
    DepositsTrialBalance after = mall.moneyBooks();
    assertThat(after.difference()).isEqualTo(before.difference());
    assertThat(after.wrongBalances()).isEqualTo(before.wrongBalances());
    assertThat(after.wrongUses()).isEqualTo(before.wrongUses());
    assertThat(mall.trialBalance().sum()).isZero();
  }

  @Test
  void anOrderTakesPointsAndMoneyAndGivesBothBackWhenCancelled() {
    OrderView order = mall.order(buyer, pay("19.81"), line(kettle, 2), line(cup, 1));

    assertThat(order.total()).isEqualTo(Points.of(45));
    assertThat(order.cash()).isEqualTo(Money.cny("19.81"));
    assertThat(order.lines().get(0).cash()).isEqualTo(Money.cny("9.90"));
    assertThat(order.payments()).extracting(PaymentView::amount).containsExactly(order.cash());
    assertThat(order.payments().get(0).paidFrom())
        .isEqualTo(PURSE.find(account).orElseThrow().number());
    assertThat(mall.balance(account)).isEqualTo(Money.cny("80.19"));

    OrderView cancelled = mall.cancel(order);
    assertThat(cancelled.cashReturned()).isEqualTo(Money.cny("19.81"));
    assertThat(cancelled.payments().get(0).givenBack()).isEqualTo(Money.cny("19.81"));
    assertThat(mall.balance(account)).isEqualTo(Money.cny("100.00"));
    assertThat(mall.usable(buyer)).isEqualTo(1000);
    assertRefused(() -> mall.cancel(order), MallError.ORDER_ALREADY_CANCELLED);
    assertThat(mall.balance(account)).as("once").isEqualTo(Money.cny("100.00"));
  }

  @Test
  void aLineOrAPieceOfItComesBackByItself() {
    OrderView order = mall.order(buyer, pay("19.81"), line(kettle, 2), line(cup, 1));
    mall.cancel(order, part(order, 1, 1L));
    assertThat(mall.balance(account)).isEqualTo(Money.cny("90.09"));
    mall.cancel(order, part(order, 2, null));
    assertThat(mall.balance(account)).isEqualTo(Money.cny("90.10"));
    OrderView seen = mall.cancel(order);
    assertThat(seen.status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(seen.cancellations())
        .extracting(one -> one.cash().amount().toPlainString())
        .containsExactly("9.90", "0.01", "9.90");
    assertThat(mall.balance(account)).isEqualTo(Money.cny("100.00"));
  }

  @Test
  void aReturnAfterACancelledPartGivesBackWhatIsLeftOnce() {
    OrderView order = mall.order(buyer, pay("29.70"), line(kettle, 3));
    mall.cancel(order, part(order, 1, 1L));
    OrderView delivered = mall.deliver(mall.see(order));
    ReturnView goods =
        mall.takeAll(
            mall.requestReturn(delivered, back(delivered, 1, 2)),
            ReturnStep.APPROVE,
            ReturnStep.RECEIVE,
            ReturnStep.INSPECT,
            ReturnStep.REFUND);
    assertThat(mall.balance(account)).isEqualTo(Money.cny("100.00"));
    assertThatThrownBy(() -> mall.take(goods, ReturnStep.REFUND)).isInstanceOf(HeyiException.class);
    assertThat(mall.see(order).cashReturned()).isEqualTo(Money.cny("29.70"));
    assertThat(mall.balance(account)).isEqualTo(Money.cny("100.00"));
  }

  @Test
  void aCheckoutTakesTheMoneyWithPointsAndPiecesAndGivesItBackWhenLetGo() {
    mall.put(buyer, kettle, 2);
    CheckoutView open = mall.checkOut(buyer, pay("19.80"));
    assertThat(open.cash()).isEqualTo(Money.cny("19.80"));
    assertThat(mall.balance(account)).isEqualTo(Money.cny("80.20"));
    assertThat(mall.usable(buyer)).isEqualTo(960);

    CheckoutView released = mall.release(open);
    assertThat(released.status()).isEqualTo(CheckoutStatus.RELEASED);
    assertThat(mall.balance(account)).isEqualTo(Money.cny("100.00"));
    assertRefused(() -> mall.release(open), MallError.CHECKOUT_OVER);
    assertThat(mall.balance(account)).isEqualTo(Money.cny("100.00"));

    CheckoutView late = mall.checkOut(buyer, pay("19.80"));
    assertThat(mall.later(1).timeOut(late)).isOne();
    assertThat(mall.later(1).timeOut(late)).isZero();
    assertThat(mall.balance(account)).isEqualTo(Money.cny("100.00"));
  }

  @Test
  void aConfirmedCheckoutIsPaidOnceAndItsOrderGivesTheMoneyBack() {
    mall.put(buyer, kettle, 2);
    mall.put(buyer, cup, 3);
    OrderView order = mall.confirm(mall.checkOut(buyer, pay("19.83")));
    assertThat(order.cash()).isEqualTo(Money.cny("19.83"));
    assertThat(order.payments()).hasSize(1);
    assertThat(mall.balance(account)).isEqualTo(Money.cny("80.17"));
    mall.cancel(order, part(order, 2, 2L));
    mall.cancel(order);
    assertThat(mall.balance(account)).isEqualTo(Money.cny("100.00"));
  }

  @Test
  void nobodyPaysWhatHeDidNotAgreeTo() {
    assertRefused(() -> mall.order(buyer, pay("9.89"), line(kettle, 1)), MallError.CASH_DIFFERS);
    assertRefused(() -> mall.order(buyer, line(kettle, 1)), MallError.CASH_DIFFERS);
    ItemView pointsOnly = mall.item(7, 3);
    assertRefused(
        () -> mall.order(buyer, pay("1.00"), line(pointsOnly, 1)), MallError.CASH_DIFFERS);
    mall.put(buyer, kettle, 1);
    assertRefused(() -> mall.checkOut(buyer, pay("9.91")), MallError.CASH_DIFFERS);
    assertThat(mall.usable(buyer)).isEqualTo(1000);
    assertThat(mall.stock(kettle)).isEqualTo(10);
  }

  @Test
  void onlyTheCustomersOwnAccountPays() {
    UUID foreign = mall.account(newCustomer(), AccountType.I, "100.00");
    assertRefused(
        () -> mall.order(buyer, PayCash.from(foreign, Money.cny("9.90")), line(kettle, 1)),
        MallError.ACCOUNT_NOT_HIS);
    assertThat(mall.balance(foreign)).isEqualTo(Money.cny("100.00"));
    assertThat(mall.usable(buyer)).isEqualTo(1000);
  }

  @Test
  void whatIsLackingInTheAccountUndoesAllOfIt() {
    ItemView dear = mall.item(10, "100.01", 5);
    mall.put(buyer, dear, 1);
    assertRefused(() -> mall.checkOut(buyer, pay("100.01")), DepositsError.INSUFFICIENT);
    assertThat(mall.usable(buyer)).isEqualTo(1000);
    assertThat(mall.stock(dear)).isEqualTo(5);
    assertThat(mall.cart(buyer).openCheckout()).isNull();
    assertThat(mall.order(buyer, pay("99.00"), line(kettle, 10)).cash())
        .isEqualTo(Money.cny("99.00"));
  }

  @Test
  void aLimitMayBeReachedExactlyAndABrokenOneIsNamedByItsOwnError() {
    ItemView watch = mall.item(1, "2000.00", 5);
    UUID third = mall.account(buyer, AccountType.III, "2000.00");
    PayCash all = PayCash.from(third, Money.cny("2000.00"));
    OrderView order = mall.order(buyer, all, line(watch, 1));
    assertThat(mall.balance(third)).isEqualTo(Money.cny("0.00"));

    mall.cancel(order);
    assertThat(mall.balance(third)).as("no limit bounds a refund").isEqualTo(all.amount());
    mall.order(buyer, all, line(watch, 1));
    mall.in(
        m -> {
          PURSE.fill(m.em(), m.clock(), third, "1.00");
          return null;
        });
    assertRefused(
        () -> mall.order(buyer, PayCash.from(third, Money.cny("0.01")), line(cup, 1)),
        DepositsError.LIMIT);
    assertThat(mall.stock(cup)).isEqualTo(10);
    assertThat(mall.later(1).order(buyer, PayCash.from(third, Money.cny("0.01")), line(cup, 1)))
        .isNotNull();
  }

  @Test
  void aFrozenAccountPaysNothingAndTakesItsMoneyBack() {
    OrderView order = mall.order(buyer, pay("9.90"), line(kettle, 1));
    PURSE.becomes(account, AccountStatus.FROZEN);
    assertRefused(() -> mall.order(buyer, pay("9.90"), line(kettle, 1)), DepositsError.NOT_USABLE);
    mall.cancel(order);
    assertThat(mall.balance(account)).isEqualTo(Money.cny("100.00"));
  }

  @Test
  void moneyForAClosedAccountGoesToAnotherOfItsOwnerOrWaits() {
    OrderView order = mall.order(buyer, pay("19.80"), line(kettle, 2));
    PURSE.becomes(account, AccountStatus.CLOSED);
    assertRefused(() -> mall.cancel(order), DepositsError.REFUND_NOWHERE);
    assertThat(mall.see(order).status()).isEqualTo(OrderStatus.PLACED);
    assertThat(mall.usable(buyer)).isEqualTo(960);

    UUID third = mall.account(buyer, AccountType.III, "0.01");
    UUID second = mall.account(buyer, AccountType.II, "0.01");
    mall.cancel(order);
    assertThat(mall.balance(second)).isEqualTo(Money.cny("19.81"));
    assertThat(mall.balance(third)).isEqualTo(Money.cny("0.01"));
  }

  @Test
  void anAccountThatPaidForAnOpenCheckoutIsNotClosedUntilItIsLetGo() {
    mall.put(buyer, kettle, 2);
    CheckoutView open = mall.checkOut(buyer, pay("19.80"));
    assertRefused(this::close, MallError.CHECKOUT_PAID_FROM_IT);
    mall.release(open);
    close();
  }

  private void close() {
    mall.in(
        m -> {
          new NoOpenCheckoutIsPaidFromIt(m.em()).check(PURSE.find(account).orElseThrow());
          return null;
        });
  }

  @Test
  void fourEyesWeighMoneyThatGoesBackByTheFen() {
    PlacedLine.Return back =
        new PlacedLine.Return(
            buyer, 1, kettle.id(), 1, Points.of(20), Money.cny("200.00"), List.of());
    assertThat(back.weight()).isEqualTo(20_020);
  }

  @Test
  void fourEyesWeighAnOrderAndACheckoutByTheirPointsAndTheirFen() {
    assertThat(
            Noted.weighing(
                "order.place",
                () -> mall.order(buyer, pay("19.81"), line(kettle, 2), line(cup, 1))))
        .isEqualTo(45 + 1_981);
    mall.put(buyer, kettle, 2);
    assertThat(Noted.weighing("checkout.begin", () -> mall.checkOut(buyer, pay("19.80"))))
        .isEqualTo(40 + 1_980);
    assertThat(Fen.weight(Points.of(Long.MAX_VALUE), Money.cny("0.01"))).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aCheckoutOfMoneyOnlyIsLetGoToo() {
    ItemView book = mall.item(0, "9.90", 3);
    mall.put(buyer, book, 1);
    CheckoutView late = mall.checkOut(buyer, pay("9.90"));
    assertThat(mall.later(1).timeOut(late)).isOne();
    assertThat(mall.balance(account)).isEqualTo(Money.cny("100.00"));
  }

  @Test
  void aNameOnTwoLinesAndALongOneStandInTheStatementOnOne() {
    Till.Bill bill =
        Till.Bill.ofOrder(buyer, buyer, List.of("壶\r\n1.5L", "杯"), List.of(Money.cny("1.00")));
    assertThat(bill.what()).isEqualTo("壶 1.5L +1");
    String smile = "\uD83D\uDE00";
    assertThat(Till.Bill.ofOrder(buyer, buyer, List.of(smile.repeat(101)), List.of()).what())
        .isEqualTo(smile.repeat(100));
  }

  @Test
  void ofTwoOrdersForTheLastCentOneIsPaid() throws Exception {
    for (int round = 0; round < 10; round++) {
      UUID one = mall.account(buyer, AccountType.I, "0.01");
      PayCash last = PayCash.from(one, Money.cny("0.01"));
      assertThat(
              atOnce(
                  () -> mall.order(buyer, last, line(cup, 1)),
                  () -> mall.order(buyer, last, line(cup, 1))))
          .containsExactlyInAnyOrder(true, false);
      assertThat(mall.balance(one)).isEqualTo(Money.cny("0.00"));
      mall.adjust(mall.in(m -> m.catalogue().view(cup.id())), 1);
    }
    assertThat(mall.stock(cup)).isEqualTo(10);
  }

  @Test
  void twoWhoCancelAtOnceGiveTheMoneyBackOnce() throws Exception {
    for (int round = 0; round < 10; round++) {
      OrderView order = mall.order(buyer, pay("9.90"), line(kettle, 1));
      assertThat(atOnce(() -> mall.cancel(order), () -> mall.cancel(order)))
          .containsExactlyInAnyOrder(true, false);
      assertThat(mall.balance(account)).isEqualTo(Money.cny("100.00"));
    }
  }

  @Test
  void ofCancellingAndShippingAtOnceOneHappensAndTheMoneyFollows() throws Exception {
    for (int round = 0; round < 10; round++) {
      Money had = mall.balance(account);
      OrderView order = mall.order(buyer, pay("0.01"), line(cup, 1));
      OrderView packed = mall.take(mall.take(order, OrderStep.CONFIRM), OrderStep.PACK);
      List<Boolean> done =
          atOnce(() -> mall.cancel(packed), () -> mall.take(packed, OrderStep.SHIP));
      assertThat(done).containsExactlyInAnyOrder(true, false);
      assertThat(mall.balance(account)).isEqualTo(done.get(0) ? had : had.minus(Money.cny("0.01")));
    }
  }

  @Test
  void ofConfirmingAndLettingGoAtOnceTheMoneyIsTakenOrGivenBackAndNeverBoth() throws Exception {
    for (int round = 0; round < 10; round++) {
      Money had = mall.balance(account);
      mall.put(buyer, cup, 1);
      CheckoutView open = mall.checkOut(buyer, pay("0.01"));
      List<Boolean> done = atOnce(() -> mall.confirm(open), () -> mall.release(open));
      assertThat(done).containsExactlyInAnyOrder(true, false);
      assertThat(mall.balance(account)).isEqualTo(done.get(0) ? had.minus(Money.cny("0.01")) : had);
    }
  }

  @Test
  void theDatabaseItselfKeepsPaymentsAsTheyWereAndGivesNoMoreBackThanWasPaid() {
    OrderView order = mall.order(buyer, pay("9.90"), line(kettle, 1));
    UUID payment = order.payments().get(0).id();
    assertThatThrownBy(
            () ->
                mall.in(
                    m ->
                        new Sql(m.em())
                            .write("update mall.payment set amount = 1 where id = ?", payment)))
        .hasStackTraceContaining("permission denied");
    mall.cancel(order);
    assertThatThrownBy(
            () ->
                TestDatabase.get()
                    .inTransaction(
                        em -> {
                          UUID id = Ids.next();
                          Sql sql = new Sql(em);
                          sql.write(
                              "insert into mall.payback (id, payment_id, account_id, movement_id,"
                                  + " amount, given_at, given_by)"
                                  + " values (?, ?, ?, ?, 1, now(), 'thief')",
                              id,
                              payment,
                              account,
                              id);
                          return sql.write(
                              "insert into mall.payback_line (payback_id, payment_id, line_no,"
                                  + " amount) values (?, ?, 1, 1)",
                              id,
                              payment);
                        }))
        .hasStackTraceContaining("More is given back");
  }

  @Test
  void theTrialBalanceFindsAnOrderThatWasPaidOtherwiseThanItSays() throws SQLException {
    OrderView order = mall.order(buyer, pay("19.80"), line(kettle, 2));
    mall.cancel(order, part(order, 1, 1L));
    long before = breaches(Invariant.PAYMENTS_EQUAL_ORDERS);
    try (Connection connection = TestDatabase.get().owner().getConnection()) {
      connection.setAutoCommit(false);
      connection
          .createStatement()
          .execute(
              "update mall.customer_order set cash_returned = 989 where id = '" + order.id() + "'");
      var found =
          connection
              .createStatement()
              .executeQuery(Bookkeeping.breaches(Invariant.PAYMENTS_EQUAL_ORDERS));
      found.next();
      assertThat(found.getLong(1)).isEqualTo(before + 1);
      connection.rollback();
    }
    assertThat(breaches(Invariant.PAYMENTS_EQUAL_ORDERS)).isEqualTo(before);
  }

  @Test
  void theTrialBalanceFindsAPaymentThatNoLedgerBearsOut() {
    OrderView order = mall.order(buyer, pay("9.90"), line(kettle, 1));
    long before = breaches(Invariant.PAYMENTS_EQUAL_BOOKINGS);
    assertThatThrownBy(
            () ->
                mall.in(
                    m -> {
                      new Sql(m.em())
                          .write(
                              "insert into mall.payment (id, order_id, tender, account_id,"
                                  + " movement_id, amount, paid_at, paid_by)"
                                  + " values (?, ?, 'ACCOUNT', ?, ?, 1, now(), 'thief')",
                              Ids.next(),
                              order.id(),
                              account,
                              Ids.next());
                      throw new IllegalStateException(
                          "found " + (breaches(m, Invariant.PAYMENTS_EQUAL_BOOKINGS) - before));
                    }))
        .hasMessage("found 1");
  }

  private long breaches(Invariant invariant) {
    return mall.in(m -> breaches(m, invariant));
  }

  private static long breaches(MallFixture.Mall mall, Invariant invariant) {
    return mall.books().trialBalance().checks().stream()
        .filter(check -> check.invariant() == invariant)
        .mapToLong(Check::breaches)
        .sum();
  }

  @Test
  void notEvenTheOwnerOfTheTablesAddsAPartToAPaymentOfAnEarlierTransaction() {
    OrderView order = mall.order(buyer, pay("9.91"), line(kettle, 1), line(cup, 1));
    UUID payment = order.payments().get(0).id();
    assertRefusedToOwner(
        "insert into mall.payment_line (payment_id, line_no, amount) values ('%s', 3, 1)"
            .formatted(payment),
        "The parts of " + payment);

    mall.cancel(order, part(order, 2, null));
    assertRefusedToOwner(
        "insert into mall.payback_line (payback_id, payment_id, line_no, amount)"
            + " select id, payment_id, 1, 1 from mall.payback where payment_id = '%s'"
                .formatted(payment),
        "The parts of ");
    assertThat(mall.see(order).payments().get(0).givenBack()).isEqualTo(Money.cny("0.01"));
  }

  @Test
  void thePartsOfAPaymentAreProvedOnceAndNotByEachPartAnew() throws SQLException {
    UUID payment = Ids.next();
    UUID back = Ids.next();
    try (Connection connection = TestDatabase.get().owner().getConnection()) {
      connection.setAutoCommit(false);
      Statement sql = connection.createStatement();
      sql.execute("set local enable_seqscan = off");
      sql.execute(
          ("insert into mall.payment (id, customer_id, tender, account_id, movement_id, amount,"
                  + " paid_at, paid_by) values ('%1$s', '%2$s', 'ACCOUNT', '%3$s', '%1$s', 300,"
                  + " now(), 'tester')")
              .formatted(payment, buyer, account));
      sql.execute(
          ("insert into mall.payment_line (payment_id, line_no, amount) select '%s', n, 1"
                  + " from generate_series(300, 1, -1) n")
              .formatted(payment));
      sql.execute(
          ("insert into mall.payback (id, payment_id, account_id, movement_id, amount, given_at,"
                  + " given_by) values ('%1$s', '%2$s', '%3$s', '%1$s', 300, now(), 'tester')")
              .formatted(back, payment, account));
      sql.execute(
          ("insert into mall.payback_line (payback_id, payment_id, line_no, amount)"
                  + " select '%s', '%s', n, 1 from generate_series(1, 300) n")
              .formatted(back, payment));
      sql.execute("set constraints all immediate");
      assertThat(read(sql, "mall.payment_line")).as("not 90,000").isBetween(300L, 3_600L);
      assertThat(read(sql, "mall.payback_line")).as("not 90,000").isBetween(300L, 3_600L);
      assertThatThrownBy(
              () ->
                  sql.execute(
                      ("insert into mall.payment_line (payment_id, line_no, amount, nth)"
                              + " values ('%s', 301, 1, -5)")
                          .formatted(payment)))
          .as("proved at each statement now, whatever number the writer gives")
          .hasMessageContaining("The parts of " + payment);
      connection.rollback();
    }
  }

  /** How many rows of a table this transaction has read. */
  private static long read(Statement sql, String table) throws SQLException {
    try (ResultSet found =
        sql.executeQuery(
            "select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables where relid = '"
                + table
                + "'::regclass")) {
      found.next();
      return found.getLong(1);
    }
  }

  @Test
  void notEvenTheOwnerOfTheTablesGivesAPartOfOnePaymentBackAsAnothers() {
    OrderView one = mall.order(buyer, pay("9.91"), line(kettle, 1), line(cup, 1));
    UUID other = mall.order(buyer, pay("9.90"), line(kettle, 1)).payments().get(0).id();
    mall.cancel(one, part(one, 2, null));
    assertRefusedToOwner(
        "insert into mall.payback_line (payback_id, payment_id, line_no, amount)"
            + " select id, '%s', 1, 1 from mall.payback where payment_id = '%s'"
                .formatted(other, one.payments().get(0).id()),
        "payback_line_payback_id_payment_id_fkey");
  }

  private static void assertRefusedToOwner(String sql, String why) {
    assertThatThrownBy(
            () -> {
              try (Connection connection = TestDatabase.get().owner().getConnection()) {
                connection.createStatement().execute(sql);
              }
            })
        .isInstanceOf(SQLException.class)
        .hasMessageContaining(why);
  }

  private PayCash pay(String amount) {
    return PayCash.from(account, Money.cny(amount));
  }

  private static void assertRefused(ThrowingCallable call, ErrorCode code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            HeyiException.class, e -> assertThat(e.code()).isEqualTo(code.code()));
  }
}
