package com.heyi.mall.internal;

import static com.heyi.mall.internal.MallFixture.newCustomer;
import static com.heyi.mall.internal.MallFixture.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.mall.EntryKind;
import com.heyi.mall.GrantPoints;
import com.heyi.mall.Liability;
import com.heyi.mall.LiabilityChange;
import com.heyi.mall.LiabilityParameter;
import com.heyi.mall.MallError;
import com.heyi.mall.MallFigures;
import com.heyi.mall.OrderView;
import com.heyi.mall.PlaceOrder;
import com.heyi.mall.PointsHolder;
import com.heyi.mall.Reconciliation;
import com.heyi.mall.SetLiabilityParameter;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.paging.Page;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.PagingError;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import com.heyi.testing.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What points are worth, and the proof of every balance, over the real database. */
class LiabilityTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final LiabilityParameter IFRS =
      new LiabilityParameter(
          TODAY, new BigDecimal("0.012"), new BigDecimal("0.80"), "IFRS 15", Instant.EPOCH, "x");
  private final MallFixture mall = on(TODAY);

  @Test
  void theReferenceSaleSplitsAsIfrs15Says() {
    LiabilityParameter.Allocation split = IFRS.allocate(Money.cny("800"), Points.of(2000));
    assertThat(split.alone()).isEqualTo(Money.cny("19.20"));
    assertThat(split.toGoods()).isEqualTo(Money.cny("781.25"));
    assertThat(split.toPoints()).isEqualTo(Money.cny("18.75"));
    assertThat(IFRS.liability(2000)).isEqualTo(Money.cny("19.20"));
    assertThat(IFRS.breakage(2000)).isEqualTo(Money.cny("4.80"));
  }

  @Test
  void aSaleOfNothingWithNoPointsIsSplitIntoNothing() {
    LiabilityParameter.Allocation split = IFRS.allocate(Money.cny("0"), Points.ZERO);
    assertThat(split.toGoods()).isEqualTo(Money.cny("0"));
    assertThat(split.toPoints()).isEqualTo(Money.cny("0"));
  }

  @Test
  void liabilityCountsWhatIsUsableHeldAndLockedUntilItIsSpent() {
    long before = liability(mall, 2).now().outstanding();
    UUID customer = newCustomer();
    mall.grant(customer, 100, null);
    UUID hold = mall.hold(customer, 60, 30);
    mall.in(
        m ->
            m.points()
                .grant(
                    new com.heyi.mall.GrantPoints(
                        customer, Points.of(50), "x", null, null, null, null, "event")));
    assertThat(liability(mall, 2).now().outstanding()).isEqualTo(before + 150);
    mall.postHold(hold, 60);
    assertThat(liability(mall, 2).now().outstanding()).isEqualTo(before + 90);
  }

  @Test
  void eachDayIsReckonedByTheFiguresThatCountedThen() {
    LocalDate day = LocalDate.of(2033, 2, 1);
    UUID customer = newCustomer();
    on(LocalDate.of(2033, 1, 10)).grant(customer, 1000, LocalDate.of(2040, 1, 1));
    MallFixture then = on(LocalDate.of(2033, 2, 10));
    on(day)
        .in(
            m ->
                m.liability()
                    .set(
                        new SetLiabilityParameter(
                            day, new BigDecimal("0.02"), new BigDecimal("0.5"), "decided")));

    Liability liability = liability(then, 1);

    Liability.Day january = liability.days().get(0);
    assertThat(january.on()).isEqualTo(LocalDate.of(2033, 1, 31));
    assertThat(january.costPerPoint()).isEqualByComparingTo("0.012");
    assertThat(liability.now().costPerPoint()).isEqualByComparingTo("0.02");
    assertThat(liability.now().liability().amount())
        .isEqualByComparingTo(BigDecimal.valueOf(liability.now().outstanding()).movePointLeft(2));
    assertThatThrownBy(
            () ->
                then.in(
                    m ->
                        m.liability()
                            .set(
                                new SetLiabilityParameter(
                                    day, BigDecimal.ONE, BigDecimal.ONE, "too late"))))
        .isInstanceOfSatisfying(
            HeyiException.class, e -> assertThat(e.error()).isEqualTo(MallError.RULE_PAST));
  }

  @Test
  void whatChangedAMonthMakesTheDifferenceOfItsEndsAndItsHoldersMakeTheWhole() {
    LocalDate day = LocalDate.of(2031, 5, 20);
    UUID customer = newCustomer();
    UUID richest = newCustomer();
    on(day.minusMonths(1)).grant(customer, 1_000, LocalDate.of(2050, 1, 1));
    MallFixture then = on(day);
    LiabilityChange untouched = change(then, day);
    then.grant(richest, 900_000_000L, LocalDate.of(2050, 1, 1));
    then.hold(customer, 100, 30);
    OrderView order = then.order(customer, new PlaceOrder.Line(then.item(300, 5).sku(), 1));
    then.cancel(order);

    LiabilityChange change = change(then, day);
    assertThat(change.from()).isEqualTo(LocalDate.of(2031, 5, 1));
    assertThat(change.before()).isEqualTo(untouched.before());
    assertThat(change.change())
        .isEqualTo(untouched.change() + 900_000_000L)
        .isEqualTo(change.now().outstanding() - change.before().outstanding());
    assertThat(change.movements())
        .extracting(LiabilityChange.Movement::kind)
        .contains(EntryKind.GRANT, EntryKind.REDEEM, EntryKind.CANCEL)
        .doesNotContain(EntryKind.HOLD);
    assertThat(liability(then, 1).now().outstanding()).isEqualTo(change.now().outstanding());

    List<PointsHolder> holders = new ArrayList<>();
    String cursor = null;
    do {
      PageRequest request = PageRequest.after(cursor, 200, null, Map.of());
      Page<PointsHolder> part = then.in(m -> m.liability().holders(day, request));
      holders.addAll(part.items());
      cursor = part.nextCursor();
    } while (cursor != null);
    assertThat(holders)
        .isSortedAccordingTo((one, other) -> Long.compare(other.outstanding(), one.outstanding()));
    assertThat(holders).extracting(PointsHolder::customerId).doesNotHaveDuplicates();
    assertThat(holders)
        .filteredOn(one -> one.customerId().equals(customer))
        .singleElement()
        .extracting(PointsHolder::outstanding)
        .isEqualTo(1_000L);
    assertThat(holders.stream().mapToLong(PointsHolder::outstanding).sum())
        .isEqualTo(change.now().outstanding());
  }

  @Test
  void theFileOfHoldersIsTheirListInOne() {
    mall.grant(newCustomer(), 700_000_000L, null);
    mall.grant(newCustomer(), 700_000_000L, null);
    List<PointsHolder> first =
        mall.<Page<PointsHolder>>in(
                m -> m.liability().holders(TODAY, PageRequest.at(0, 2, null, Map.of())))
            .items();

    assertThat(mall.<List<PointsHolder>>in(m -> m.liability().holders(TODAY, 2))).isEqualTo(first);
    List<PointsHolder> all =
        mall.<List<PointsHolder>>in(m -> m.liability().holders(TODAY, 1_000_000));
    assertThat(all).startsWith(first.toArray(PointsHolder[]::new));
    for (int offset : new int[] {0, 1, all.size(), all.size() + 7}) {
      assertThat(
              mall.<Page<PointsHolder>>in(
                      m -> m.liability().holders(TODAY, PageRequest.at(offset, 2, null, Map.of())))
                  .total())
          .isEqualTo(all.size());
    }
  }

  @Test
  void beforeAnythingHappenedNothingIsOutstandingAndNothingChanged() {
    LiabilityChange change = change(mall, LocalDate.of(1950, 1, 31));
    assertThat(change.movements()).isEmpty();
    assertThat(change.now().outstanding()).isZero();
    assertThat(change.now().liability()).isEqualTo(Money.cny("0.00"));
    assertThat(
            mall.<Page<PointsHolder>>in(
                    m ->
                        m.liability()
                            .holders(
                                LocalDate.of(1950, 1, 31), PageRequest.at(0, 20, null, Map.of())))
                .total())
        .isZero();
  }

  @Test
  void aDayThatHasNotComeYetHasNoFigures() {
    assertThat(Days.upTo(TODAY, "on", TODAY.toString())).isEqualTo(TODAY);
    assertThat(Days.upTo(TODAY, "on", null)).isEqualTo(TODAY);
    assertThatThrownBy(() -> Days.upTo(TODAY, "on", TODAY.plusDays(1).toString()))
        .isInstanceOfSatisfying(
            HeyiException.class, e -> assertThat(e.error()).isEqualTo(PagingError.FILTER_VALUE));
  }

  private static LiabilityChange change(MallFixture then, LocalDate day) {
    return then.in(m -> m.liability().change(day));
  }

  @Test
  void whatIsLockedIsOutstandingOnEveryPageAlike() {
    UUID customer = newCustomer();
    MallFigures before = mall.figures();
    long owed = liability(mall, 1).now().outstanding();
    mall.in(
        m ->
            m.points()
                .grant(
                    new GrantPoints(
                        customer, Points.of(80), "x", null, null, null, null, "return-over:L1")));
    mall.grant(customer, 20, null);
    mall.hold(customer, 5, 30);

    assertThat(liability(mall, 1).now().outstanding()).isEqualTo(owed + 100);
    MallFigures after = mall.figures();
    assertThat(after.outstanding()).isEqualTo(before.outstanding() + 100);
    assertThat(after.months().get(after.months().size() - 1).outstanding())
        .as("month by month too")
        .isEqualTo(after.outstanding());
  }

  @Test
  void theAuditorProvesEveryBalanceAndIsToldTheFirstThatDiffers() throws SQLException {
    UUID customer = newCustomer();
    UUID lot = mall.grant(customer, 100, null);
    mall.hold(customer, 30, 30);
    Reconciliation before = reconcile();
    assertThat(before.first()).isNull();
    assertThat(before.agrees()).isTrue();
    assertThat(before.customers()).isPositive();

    tamper("update mall.lot set remaining = remaining - 1 where id = '" + lot + "'");
    try {
      Reconciliation found = reconcile();
      assertThat(found.differing()).isEqualTo(1);
      assertThat(found.first())
          .isEqualTo(
              new Reconciliation.Difference(
                  customer, Reconciliation.Mismatch.LOT_REMAINING, lot.toString(), "70", "69"));
    } finally {
      tamper("update mall.lot set remaining = remaining + 1 where id = '" + lot + "'");
    }
    tamper(
        "update mall.points_account set entries = entries + 1 where customer_id = '"
            + customer
            + "'");
    try {
      assertThat(reconcile().first())
          .isEqualTo(
              new Reconciliation.Difference(
                  customer, Reconciliation.Mismatch.ENTRY_NUMBERS, null, "2", "3"));
    } finally {
      tamper(
          "update mall.points_account set entries = entries - 1 where customer_id = '"
              + customer
              + "'");
    }
    assertThat(reconcile().agrees()).isTrue();
  }

  private Reconciliation reconcile() {
    return mall.in(m -> new Reconciling(m.em(), m.clock()).all());
  }

  private static Liability liability(MallFixture mall, int months) {
    return mall.in(m -> m.liability().liability(months));
  }

  private static void tamper(String sql) throws SQLException {
    try (Connection connection = TestDatabase.get().owner().getConnection()) {
      connection.createStatement().execute(sql);
    }
  }
}
