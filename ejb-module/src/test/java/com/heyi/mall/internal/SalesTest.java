package com.heyi.mall.internal;

import static com.heyi.mall.internal.MallFixture.newCustomer;
import static com.heyi.mall.internal.MallFixture.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.accounts.AccountType;
import com.heyi.mall.CancelOrder;
import com.heyi.mall.Gmv;
import com.heyi.mall.ItemView;
import com.heyi.mall.MallError;
import com.heyi.mall.OrderView;
import com.heyi.mall.PayCash;
import com.heyi.mall.PlaceOrder;
import com.heyi.mall.SalesPeriod;
import com.heyi.mall.SalesReport;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.paging.PagingError;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
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
  void theMoneyOfOrdersIsToldBesideTheirPointsAndIsNoFactor() {
    MallFixture july = on(LocalDate.of(2042, 7, 31));
    ItemView cup = july.item(500, "9.90", 10);
    UUID customer = newCustomer();
    july.grant(customer, 5_000, null);
    UUID account = july.account(customer, AccountType.I, "100.00");
    OrderView order =
        july.order(
            customer, PayCash.from(account, Money.cny("39.60")), new PlaceOrder.Line(cup.sku(), 4));
    july.cancel(order, new CancelOrder.Line(order.lines().get(0).id(), 1L));

    SalesReport report = report(july, "2042-07-31", "2042-07-31");
    assertThat(report.total().value()).isEqualTo(Points.of(2_000));
    assertThat(report.total().agrees()).isTrue();
    assertThat(report.total().cash()).isEqualTo(Money.cny("39.60"));
    assertThat(report.total().cashGivenBack()).isEqualTo(Money.cny("9.90"));
    assertThat(report.months())
        .singleElement()
        .extracting(one -> one.gmv().cash())
        .isEqualTo(Money.cny("39.60"));
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

  @Test
  void factorsThatRepeatForEverStillMakeTheWhole() {
    Gmv thirds =
        new Gmv(
            3_000_000_007L,
            700_000_001L,
            999_999_999_989L,
            Points.of(Long.MAX_VALUE),
            Points.ZERO,
            Points.of(Long.MAX_VALUE),
            Money.cny("0.00"),
            Money.cny("0.00"));
    assertThat(thirds.agrees()).isTrue();
    assertThat(
            new Gmv(
                    3,
                    1,
                    1,
                    Points.of(100),
                    Points.ZERO,
                    Points.of(99),
                    Money.cny("0.00"),
                    Money.cny("0.00"))
                .agrees())
        .isFalse();
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

  private static SalesReport report(MallFixture mall, String from, String to) {
    return mall.in(
        m ->
            new SalesBook(m.em(), m.clock())
                .report(SalesPeriod.of(from, to, LocalDate.now(m.clock()))));
  }
}
