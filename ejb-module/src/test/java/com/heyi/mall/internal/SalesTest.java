package com.heyi.mall.internal;

import static com.heyi.mall.internal.MallFixture.newCustomer;
import static com.heyi.mall.internal.MallFixture.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.accounts.AccountType;
import com.heyi.mall.CancelOrder;
import com.heyi.mall.FunnelMember;
import com.heyi.mall.FunnelStep;
import com.heyi.mall.Gmv;
import com.heyi.mall.ItemView;
import com.heyi.mall.MallError;
import com.heyi.mall.OrderSummary;
import com.heyi.mall.OrderView;
import com.heyi.mall.PayCash;
import com.heyi.mall.PlaceOrder;
import com.heyi.mall.SalesPeriod;
import com.heyi.mall.SalesReport;
import com.heyi.mall.SetLiabilityParameter;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.PagingError;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GMV with its factors, over the real database; each test has a year of its own. */
class SalesTest {

  @Test
  void theFourFactorsMultipliedAreWhatTheLedgerBooked() {
    MallFixture march = on(LocalDate.of(2041, 3, 14));
    ItemView cup = march.item(700, 100);
    UUID zhang = newCustomer();
    UUID li = newCustomer();
    UUID wang = newCustomer();
    List.of(zhang, li, wang).forEach(customer -> march.grant(customer, 10_000, null));
    march.order(zhang, new PlaceOrder.Line(cup.sku(), 2));
    march.order(zhang, new PlaceOrder.Line(cup.sku(), 1));
    march.put(li, cup, 3);
    OrderView fromHold = march.confirm(march.checkOut(li));

    SalesReport report = report(march, "2041-03-01", "2041-03-31");
    Gmv total = report.total();
    assertThat(fromHold.total()).isEqualTo(Points.of(2_100));
    assertThat(total.buyers()).isEqualTo(2);
    assertThat(total.orders()).isEqualTo(3);
    assertThat(total.value()).isEqualTo(Points.of(4_200));
    assertThat(total.booked()).isEqualTo(Points.of(4_200));
    assertThat(total.purchasesPerBuyer()).isEqualByComparingTo("1.5");
    assertThat(total.valuePerPurchase()).isEqualByComparingTo("1400");
    assertThat(total.product()).isEqualByComparingTo("4200");
    assertThat(total.agrees()).isTrue();
    assertThat(report.months()).singleElement().satisfies(one -> sameSales(one.gmv(), total));
    assertThat(report.items()).extracting(SalesReport.ItemSales::sku).containsExactly(cup.sku());
    assertThat(report.items().get(0).pieces()).isEqualTo(6);
  }

  @Test
  void whatWentBackIsToldBesideWhatWasOrdered() {
    MallFixture june = on(LocalDate.of(2042, 6, 30));
    ItemView cup = june.item(500, 10);
    UUID customer = newCustomer();
    june.grant(customer, 5_000, null);
    OrderView order = june.order(customer, new PlaceOrder.Line(cup.sku(), 4));
    june.cancel(order, new CancelOrder.Line(order.lines().get(0).id(), 1L));

    SalesReport report = report(june, "2042-06-30", "2042-06-30");
    assertThat(report.total().value()).isEqualTo(Points.of(2_000));
    assertThat(report.total().givenBack()).isEqualTo(Points.of(500));
    assertThat(report.total().agrees()).isTrue();
    assertThat(report.items().get(0).backPieces()).isEqualTo(1);
  }

  @Test
  void ordersInPointsInMoneyAndInBothAreToldInEachAndTogetherInMoney() {
    MallFixture july = on(LocalDate.of(2042, 7, 31));
    ItemView both = july.item(500, "9.90", 10);
    ItemView moneyAlone = july.item(0, "20.00", 10);
    ItemView pointsAlone = july.item(300, 10);
    UUID customer = newCustomer();
    UUID other = newCustomer();
    july.grant(customer, 5_000, null);
    UUID account = july.account(customer, AccountType.I, "100.00");
    UUID others = july.account(other, AccountType.I, "100.00");
    OrderView order =
        july.order(
            customer,
            PayCash.from(account, Money.cny("39.60")),
            new PlaceOrder.Line(both.sku(), 4));
    july.cancel(order, new CancelOrder.Line(order.lines().get(0).id(), 1L));
    july.order(customer, new PlaceOrder.Line(pointsAlone.sku(), 1));
    july.put(other, moneyAlone, 2);
    july.confirm(july.checkOut(other, PayCash.from(others, Money.cny("40.00"))));

    SalesReport report = report(july, "2042-07-31", "2042-07-31");
    Gmv total = report.total();
    BigDecimal cost = costOfAPoint(july);
    assertThat(total.buyers()).isEqualTo(2);
    assertThat(total.value()).isEqualTo(Points.of(2_300));
    assertThat(total.cash()).isEqualTo(Money.cny("79.60"));
    assertThat(total.paid()).isEqualTo(Money.cny("79.60"));
    assertThat(total.cashGivenBack()).isEqualTo(Money.cny("9.90"));
    assertThat(total.worth()).isEqualTo(inMoney(2_300, cost, "79.60"));
    assertThat(total.agrees()).isTrue();
    assertThat(total.cashProduct()).isEqualByComparingTo("79.60");
    assertThat(total.worthProduct()).isEqualByComparingTo(total.worth().amount());
    assertThat(report.months())
        .singleElement()
        .extracting(one -> one.gmv().worth())
        .isEqualTo(total.worth());
    assertThat(report.items())
        .extracting(SalesReport.ItemSales::sku)
        .containsExactlyInAnyOrder(both.sku(), moneyAlone.sku(), pointsAlone.sku());
    assertThat(report.items())
        .filteredOn(item -> item.sku().equals(both.sku()))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.cash()).isEqualTo(Money.cny("39.60"));
              assertThat(item.worth()).isEqualTo(inMoney(2_000, cost, "39.60"));
            });
    assertThat(report.items()).isSortedAccordingTo((a, b) -> b.worth().compareTo(a.worth()));
    assertThat(report.branches())
        .extracting(SalesReport.BranchSales::worth)
        .containsExactly(total.worth());
    assertThat(report.funnel().interested()).isEqualTo(1);
    assertThat(report.funnel().ordered()).isEqualTo(1);
  }

  @Test
  void eachOrderIsWorthWhatAPointCostOnItsDayAndTheMonthsMakeTheWhole() {
    LocalDate newCost = LocalDate.of(2043, 3, 15);
    MallFixture before = on(newCost.minusDays(1));
    ItemView cup = before.item(333, 100);
    UUID customer = newCustomer();
    before.grant(customer, 10_000, null);
    before.order(customer, new PlaceOrder.Line(cup.sku(), 1));
    BigDecimal old = costOfAPoint(before);
    MallFixture since = on(newCost);
    BigDecimal now = old.add(new BigDecimal("0.001111"));
    since.in(
        m -> m.liability().set(new SetLiabilityParameter(newCost, now, BigDecimal.ONE, "decided")));
    since.order(customer, new PlaceOrder.Line(cup.sku(), 1));
    on(newCost.plusMonths(1)).order(customer, new PlaceOrder.Line(cup.sku(), 1));

    SalesReport report = report(since, "2043-03-01", "2043-04-30");
    Money march = inMoney(1, old.add(now).multiply(BigDecimal.valueOf(333)), "0.00");
    Money april = inMoney(333, now, "0.00");
    assertThat(report.months()).extracting(one -> one.gmv().worth()).containsExactly(march, april);
    assertThat(report.total().worth()).isEqualTo(march.plus(april));
    assertThat(report.total().worthProduct()).isEqualByComparingTo(report.total().worth().amount());
  }

  @Test
  void anOrderBelongsToTheDayOfTheBankAndMonthsWithoutOrdersAreShown() {
    MallFixture lastOfLeapFebruary = on(LocalDate.of(2044, 2, 29));
    UUID customer = newCustomer();
    lastOfLeapFebruary.grant(customer, 5_000, null);
    lastOfLeapFebruary.order(
        customer, new PlaceOrder.Line(lastOfLeapFebruary.item(100, 5).sku(), 1));

    SalesReport report = report(lastOfLeapFebruary, "2044-02-29", "2044-04-01");
    assertThat(report.months())
        .extracting(one -> one.month().toString())
        .containsExactly("2044-02", "2044-03", "2044-04");
    assertThat(report.months()).extracting(one -> one.gmv().orders()).containsExactly(1L, 0L, 0L);
    assertThat(report.months().get(0).from()).isEqualTo(LocalDate.of(2044, 2, 29));
    assertThat(report.months().get(2).to()).isEqualTo(LocalDate.of(2044, 4, 1));
    assertThat(report.months().get(1).gmv().members())
        .isEqualTo(report.months().get(0).gmv().members())
        .isPositive();
    assertThat(report(lastOfLeapFebruary, "2044-03-01", "2044-03-31").total().orders()).isZero();
  }

  @Test
  void eachStepOfTheFunnelCountsSomeOfTheStepBefore() {
    MallFixture may = on(LocalDate.of(2045, 5, 5));
    ItemView cup = may.item(100, 100);
    UUID looked = newCustomer();
    UUID bought = newCustomer();
    UUID received = newCustomer();
    List.of(looked, bought, received).forEach(customer -> may.grant(customer, 1_000, null));
    may.put(looked, cup, 1);
    may.checkOut(looked);
    may.order(bought, new PlaceOrder.Line(cup.sku(), 1));
    may.deliver(may.order(received, new PlaceOrder.Line(cup.sku(), 1)));

    SalesReport.Funnel funnel = report(may, "2045-05-01", "2045-05-31").funnel();
    assertThat(funnel.interested()).isEqualTo(3);
    assertThat(funnel.ordered()).isEqualTo(2);
    assertThat(funnel.received()).isEqualTo(1);
    assertThat(funnel.withPoints()).isBetween(3L, funnel.members());
  }

  @Test
  void aPeriodWithoutAnythingHasFactorsOfZero() {
    SalesReport report = report(on(LocalDate.of(2046, 1, 1)), "1990-01-01", "1990-01-31");
    assertThat(report.total().members()).isZero();
    assertThat(report.total().product()).isEqualByComparingTo(BigDecimal.ZERO);
    assertThat(report.total().agrees()).isTrue();
    assertThat(report.items()).isEmpty();
    assertThat(report.branches()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "3000000007, 700000001, 999999999989, 9223372036854775807, 90071992547409.91",
    "3, 1, 1, 100, 0.00",
    "7, 3, 11, 0, 0.01",
    "1, 1, 1, 1, 0.01",
    "13, 7, 9, 1, 99999.99",
    "5, 0, 0, 0, 0.00",
    "0, 0, 0, 0, 0.00"
  })
  void factorsThatRepeatForEverStillMakeTheWholeInPointsInMoneyAndInBoth(
      long members, long buyers, long orders, long points, String cash) {
    Money paid = Money.cny(cash);
    Money worth = inMoney(points, new BigDecimal("0.012345"), cash);
    Gmv gmv =
        new Gmv(
            members,
            buyers,
            orders,
            Points.of(points),
            Points.ZERO,
            Points.of(points),
            paid,
            Money.cny("0.00"),
            paid,
            worth);

    assertThat(gmv.product()).isEqualByComparingTo(BigDecimal.valueOf(points));
    assertThat(gmv.cashProduct()).isEqualByComparingTo(paid.amount());
    assertThat(gmv.worthProduct()).isEqualByComparingTo(worth.amount());
    assertThat(gmv.agrees()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"99, 1.00", "101, 1.00", "100, 0.99", "100, 1.01"})
  void factorsDisagreeWithWhatWasNotBookedOrPaidSo(long booked, String paid) {
    Gmv gmv =
        new Gmv(
            3,
            1,
            1,
            Points.of(100),
            Points.ZERO,
            Points.of(booked),
            Money.cny("1.00"),
            Money.cny("0.00"),
            Money.cny(paid),
            Money.cny("2.20"));
    assertThat(gmv.agrees()).isFalse();
  }

  @Test
  void theCustomersOfAStepAreThoseThatItCountsWhoRedeemedMostFirst() {
    MallFixture may = on(LocalDate.of(2047, 5, 5));
    ItemView cup = may.item(100, 100);
    UUID looked = newCustomer();
    UUID little = newCustomer();
    UUID much = newCustomer();
    List.of(looked, little, much).forEach(customer -> may.grant(customer, 1_000, null));
    may.put(looked, cup, 1);
    may.checkOut(looked);
    may.order(little, new PlaceOrder.Line(cup.sku(), 1));
    may.deliver(may.order(much, new PlaceOrder.Line(cup.sku(), 2)));

    SalesReport.Funnel funnel = report(may, "2047-05-01", "2047-05-31").funnel();
    for (FunnelStep step : FunnelStep.values()) {
      assertThat(members(may, step, PageRequest.at(0, 1, null, Map.of())).total())
          .as(step.name())
          .isEqualTo(funnel.of(step));
    }
    assertThat(members(may, FunnelStep.INTERESTED, PageRequest.first(10)).items())
        .extracting(FunnelMember::customerId)
        .containsExactly(much, little, looked);
    Page<FunnelMember> first = members(may, FunnelStep.INTERESTED, PageRequest.first(2));
    assertThat(first.items())
        .extracting(FunnelMember::value)
        .containsExactly(Points.of(200), Points.of(100));
    Page<FunnelMember> next =
        members(
            may, FunnelStep.INTERESTED, PageRequest.after(first.nextCursor(), 2, null, Map.of()));
    assertThat(next.items()).extracting(FunnelMember::customerId).containsExactly(looked);
    assertThat(next.nextCursor()).isNull();
    assertThat(members(may, FunnelStep.RECEIVED, PageRequest.first(10)).items())
        .extracting(FunnelMember::customerId)
        .containsExactly(much);
    assertThatThrownBy(
            () ->
                members(may, FunnelStep.MEMBERS, PageRequest.after("nonsense", 2, null, Map.of())))
        .isInstanceOfSatisfying(
            HeyiException.class, e -> assertThat(e.error()).isEqualTo(PagingError.CURSOR));
  }

  @Test
  void theOrdersOfAnItemAreThoseThatNameIt() {
    MallFixture day = on(LocalDate.of(2048, 2, 29));
    ItemView cup = day.item(100, 100);
    ItemView pot = day.item(200, 100);
    UUID customer = newCustomer();
    day.grant(customer, 5_000, null);
    OrderView both =
        day.order(customer, new PlaceOrder.Line(cup.sku(), 1), new PlaceOrder.Line(pot.sku(), 1));
    OrderView potAlone = day.order(customer, new PlaceOrder.Line(pot.sku(), 1));

    assertThat(ordersOf(day, cup.sku())).containsExactly(both.number());
    assertThat(ordersOf(day, pot.sku()))
        .containsExactlyInAnyOrder(both.number(), potAlone.number());
    assertThat(ordersOf(day, "no such")).isEmpty();
  }

  @Test
  void anOrderOfTheLastMomentOfADayOfTheBankIsOfThatDay() {
    MallFixture evening = on(LocalDate.of(2049, 12, 31)).at(LocalTime.of(23, 59, 59));
    MallFixture midnight = on(LocalDate.of(2050, 1, 1)).at(LocalTime.MIDNIGHT);
    ItemView cup = evening.item(100, 100);
    UUID customer = newCustomer();
    evening.grant(customer, 5_000, null);
    evening.order(customer, new PlaceOrder.Line(cup.sku(), 1));
    midnight.order(customer, new PlaceOrder.Line(cup.sku(), 2));

    assertThat(report(midnight, "2049-12-31", "2049-12-31").total().value())
        .isEqualTo(Points.of(100));
    SalesReport january = report(midnight, "2050-01-01", "2050-01-01");
    assertThat(january.total().value()).isEqualTo(Points.of(200));
    assertThat(january.months())
        .singleElement()
        .satisfies(one -> sameSales(one.gmv(), january.total()));
  }

  @Test
  void anOrderThatWentBackWholeStaysCountedAndSaysSo() {
    MallFixture day = on(LocalDate.of(2051, 6, 1));
    ItemView cup = day.item(250, 10);
    UUID customer = newCustomer();
    day.grant(customer, 1_000, null);
    OrderView order = day.order(customer, new PlaceOrder.Line(cup.sku(), 2));
    day.later(40).cancel(order);

    SalesReport june = report(day.later(40), "2051-06-01", "2051-06-30");
    assertThat(june.total().value()).isEqualTo(Points.of(500));
    assertThat(june.total().givenBack()).isEqualTo(Points.of(500));
    assertThat(june.total().agrees()).isTrue();
    assertThat(report(day.later(40), "2051-07-01", "2051-07-31").total().orders()).isZero();
  }

  @Test
  void withoutDaysTheTwelveMonthsUpToTodayAreTold() {
    assertThat(SalesPeriod.of(null, " ", LocalDate.of(2026, 11, 28)))
        .isEqualTo(new SalesPeriod(LocalDate.of(2025, 12, 1), LocalDate.of(2026, 11, 28)));
  }

  @ParameterizedTest
  @CsvSource({"2026-03-02, 2026-03-01", "2000-01-01, 2026-01-01"})
  void aPeriodThatEndsBeforeItBeginsOrIsTooLongIsRefused(String from, String to) {
    assertThatThrownBy(() -> SalesPeriod.of(from, to, LocalDate.of(2026, 11, 28)))
        .isInstanceOfSatisfying(
            HeyiException.class, e -> assertThat(e.error()).isEqualTo(MallError.PERIOD));
  }

  @ParameterizedTest
  @CsvSource({"+999999999-12-31", "-999999999-01-01", "1899-12-31", "+10000-01-01"})
  void aDayThatNoCalendarReckonsWithIsRefused(String day) {
    assertThatThrownBy(() -> SalesPeriod.of(null, day, LocalDate.of(2026, 11, 28)))
        .isInstanceOfSatisfying(
            HeyiException.class, e -> assertThat(e.error()).isEqualTo(PagingError.FILTER_VALUE));
  }

  @Test
  void aDayThatIsNoneIsRefusedNamingIt() {
    assertThatThrownBy(() -> SalesPeriod.of("2026-02-30", null, LocalDate.of(2026, 11, 28)))
        .isInstanceOfSatisfying(
            HeyiException.class,
            e -> {
              assertThat(e.error()).isEqualTo(PagingError.FILTER_VALUE);
              assertThat(e.args()).contains("from", "2026-02-30");
            });
  }

  private static void sameSales(Gmv one, Gmv other) {
    assertThat(one.value()).isEqualTo(other.value());
    assertThat(one.orders()).isEqualTo(other.orders());
    assertThat(one.buyers()).isEqualTo(other.buyers());
  }

  private static BigDecimal costOfAPoint(MallFixture mall) {
    return mall.in(m -> m.liability().on(LocalDate.now(m.clock()))).costPerPoint();
  }

  private static Money inMoney(long points, BigDecimal cost, String cash) {
    BigDecimal worth = cost.multiply(BigDecimal.valueOf(points)).setScale(2, RoundingMode.HALF_UP);
    return new Money(worth, Money.CNY).plus(Money.cny(cash));
  }

  private static Page<FunnelMember> members(
      MallFixture mall, FunnelStep step, PageRequest request) {
    return mall.in(
        m -> {
          LocalDate today = LocalDate.now(m.clock());
          SalesPeriod month =
              new SalesPeriod(today.withDayOfMonth(1), YearMonth.from(today).atEndOfMonth());
          return new SalesBook(m.em(), m.clock()).members(step, month, request);
        });
  }

  private static List<String> ordersOf(MallFixture mall, String sku) {
    return mall.in(
        m ->
            m
                .book()
                .page(PageRequest.at(0, 10, null, Map.of("sku", sku)), Optional.empty())
                .items()
                .stream()
                .map(OrderSummary::number)
                .toList());
  }

  private static SalesReport report(MallFixture mall, String from, String to) {
    return mall.in(
        m ->
            new SalesBook(m.em(), m.clock())
                .report(SalesPeriod.of(from, to, LocalDate.now(m.clock()))));
  }
}
