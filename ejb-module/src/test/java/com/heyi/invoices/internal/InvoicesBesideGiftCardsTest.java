package com.heyi.invoices.internal;

import static com.heyi.invoices.internal.InvoiceOffice.line;
import static com.heyi.invoices.internal.InvoicesTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.imports.ImportOutcome;
import com.heyi.invoices.InvoiceError;
import com.heyi.invoices.InvoiceRow;
import com.heyi.invoices.InvoiceView;
import com.heyi.mall.OrderView;
import com.heyi.mall.PayCash;
import com.heyi.mall.PlaceOrder;
import com.heyi.mall.Tender;
import com.heyi.shared.value.Money;
import com.heyi.testing.TestDatabase;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Of an order that a gift card paid a part of, the part that an account paid is invoiced. */
class InvoicesBesideGiftCardsTest {
  private final InvoiceOffice office = new InvoiceOffice();

  @Test
  void thePartOfTheAccountIsInvoicedLineByLineWhetherOrderedAtOnceOrByACheckout() {
    String kettle = office.item("9.90");
    OrderView atOnce =
        office.delivered(office.order(office.byCard("9.90", "5.00"), line(kettle, 1)));
    OrderView checkedOut =
        office.delivered(office.checkedOut(office.byCard("9.90", "5.00"), kettle, 1));
    for (OrderView order : List.of(atOnce, checkedOut)) {
      assertThat(office.of(order).open()).isEqualTo(Money.cny("4.90"));
      assertThat(office.of(order).issuable()).isTrue();
      InvoiceView invoice = office.issue(order);
      assertThat(invoice.row().gross()).isEqualTo(Money.cny("4.90"));
      assertThat(invoice.row().net()).isEqualTo(Money.cny("4.34"));
      assertThat(invoice.row().tax()).isEqualTo(Money.cny("0.56"));
      InvoiceView.Line line = invoice.lines().get(0);
      assertThat(line.price()).isEqualTo(Money.cny("9.90"));
      assertThat(line.byCard()).isEqualTo(Money.cny("5.00"));
      assertThat(line.toldPrice()).isEqualByComparingTo("4.90");
      assertThat(invoice.partlyByCard()).isTrue();
      assertThat(office.of(order).open()).isEqualTo(Money.cny("0.00"));
      assertRefused(() -> office.issue(order), InvoiceError.ALREADY);
    }
  }

  @Test
  void whatACardPaidAloneIsNotInvoicedAndABatchLeavesItOut() {
    String kettle = office.item("9.90");
    office.at(Instant.parse("2026-07-01T04:00:00Z"));
    OrderView partly =
        office.delivered(office.order(office.byCard("9.90", "9.89"), line(kettle, 1)));
    OrderView wholly =
        office.delivered(office.order(office.byCard("9.90", "9.90"), line(kettle, 1)));
    assertRefused(() -> office.issue(wholly), InvoiceError.PAID_BY_CARD);
    assertThat(office.of(wholly).issuable()).isFalse();
    assertThat(office.of(wholly).open()).isEqualTo(Money.cny("0.00"));

    assertThat(office.begin(LocalDate.of(2026, 7, 1))).isEqualTo(1);
    assertThat(office.work(office.batch())).isEqualTo(new ImportOutcome(1, 0, List.of()));
    assertThat(office.of(partly).invoices())
        .extracting(InvoiceRow::gross)
        .containsExactly(Money.cny("0.01"));
    assertThat(office.of(wholly).invoices()).isEmpty();
    office.bringBack(wholly, 1, 1);
    assertThat(office.of(wholly).invoices()).as("nor taken back").isEmpty();
    assertRefused(() -> office.issue(wholly), InvoiceError.ALREADY);
  }

  @Test
  void theAccountGetsItsMoneyFirstSoTheInvoiceIsTakenBackBeforeTheCardIs() {
    String kettle = office.item("9.90");
    OrderView order =
        office.delivered(office.order(office.byCard("29.70", "10.00"), line(kettle, 3)));
    InvoiceView blue = office.issue(order);
    assertThat(blue.row().gross()).isEqualTo(Money.cny("19.70"));
    assertThat(blue.lines().get(0).toldPrice()).isEqualByComparingTo("6.5666666667");

    office.bringBack(order, 1, 2);
    List<InvoiceRow> all = office.of(order).invoices();
    InvoiceView.Line red = office.see(all.get(1).id()).lines().get(0);
    assertThat(red.quantity()).isEqualTo(-2);
    assertThat(red.gross()).isEqualTo(Money.cny("-19.70"));
    assertThat(red.byCard()).isEqualTo(Money.cny("-0.10"));
    assertThat(red.toldQuantity()).as("of what was invoiced").isEqualByComparingTo("-3");
    assertThat(red.toldPrice()).isEqualByComparingTo("6.5666666667");
    assertThat(sum(all, InvoiceRow::tax)).isEqualTo(Money.cny("0.00"));

    office.bringBack(order, 1, 1);
    assertThat(office.of(order).invoices()).as("the card's own money").hasSize(2);
  }

  @Test
  void whatStandsByCardAloneAfterAReturnIsNotInvoiced() {
    String kettle = office.item("9.90");
    OrderView order =
        office.delivered(office.order(office.byCard("19.80", "9.90"), line(kettle, 2)));
    office.bringBack(order, 1, 1);
    assertRefused(() -> office.issue(order), InvoiceError.PAID_BY_CARD);
    assertThat(office.of(order).issuable()).isFalse();
  }

  @Test
  void theDatabaseItselfWantsBothPartsToBeThePrice() {
    String kettle = office.item("9.90");
    InvoiceView invoice =
        office.issue(
            office.delivered(office.order(office.byCard("9.90", "5.00"), line(kettle, 1))));
    assertThatThrownBy(
            () -> {
              try (var connection = TestDatabase.get().owner().getConnection();
                  var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("alter table invoices.invoice_line disable trigger user");
                statement.execute(
                    "update invoices.invoice_line set by_card = 5.01 where invoice_id = '"
                        + invoice.row().id()
                        + "'");
              }
            })
        .hasMessageContaining("with_the_cards_part_it_is_the_price");
  }

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void whatStaysInvoicedIsWhatTheAccountPaidForWhatIsKeptHoweverItWasSplitAndComesBack(
      @ForAll @Size(min = 1, max = 4) List<@LongRange(min = 1, max = 3000) Long> fen,
      @ForAll @Size(4) List<@IntRange(min = 1, max = 4) Integer> pieces,
      @ForAll @IntRange(min = 0, max = 100) int cardPercent,
      @ForAll @Size(max = 10) List<@IntRange(min = 0, max = 999) Integer> draws,
      @ForAll @IntRange(min = 0, max = 4) int issuedAfter) {
    List<PlaceOrder.Line> wanted = new ArrayList<>();
    long total = 0;
    for (int at = 0; at < fen.size(); at++) {
      wanted.add(line(office.item(yuan(fen.get(at))), pieces.get(at)));
      total += fen.get(at) * pieces.get(at);
    }
    Money had = office.balance();
    long onTheCard = total * cardPercent / 100;
    PayCash pay =
        onTheCard == 0
            ? office.byAccount(yuan(total))
            : office.byCard(yuan(total), yuan(onTheCard));
    OrderView order = office.delivered(office.order(pay, wanted.toArray(PlaceOrder.Line[]::new)));

    boolean asked = false;
    for (int step = 0; step <= draws.size(); step++) {
      if (step == Math.min(issuedAfter, draws.size())) {
        issueWhatStands(order);
        asked = true;
      }
      if (step < draws.size()) {
        bringSomethingBack(order, draws.get(step));
      }
      assertInvoiced(order, asked ? had.minus(office.balance()) : Money.cny("0.00"));
    }
    while (bringSomethingBack(order, 0)) {
      assertInvoiced(order, had.minus(office.balance()));
    }
    List<InvoiceRow> all = office.of(order).invoices();
    assertThat(sum(all, InvoiceRow::net)).isEqualTo(Money.cny("0.00"));
    assertThat(sum(all, InvoiceRow::tax)).isEqualTo(Money.cny("0.00"));
    assertThat(office.balance()).isEqualTo(had);
  }

  private void issueWhatStands(OrderView order) {
    Money paid = byAccount(order);
    assertThat(office.of(order).open()).isEqualTo(paid);
    if (paid.isZero()) {
      assertThatThrownBy(() -> office.issue(order)).isNotNull();
    } else {
      assertThat(office.issue(order).row().gross()).isEqualTo(paid);
    }
  }

  private void assertInvoiced(OrderView order, Money kept) {
    List<InvoiceRow> all = office.of(order).invoices();
    assertThat(sum(all, InvoiceRow::gross)).isEqualTo(kept);
    assertToldAtOnePrice(all, kept.isZero());
    assertThat(kept.isZero() || kept.equals(byAccount(order))).isTrue();
    for (InvoiceRow row : all) {
      for (InvoiceView.Line line : office.see(row.id()).lines()) {
        assertThat(line.gross().plus(line.byCard())).isEqualTo(line.price().times(line.quantity()));
        assertThat(line.net().plus(line.tax())).isEqualTo(line.gross());
      }
    }
  }

  @Test
  void theDatabaseItselfWantsARedLineToldAtThePriceOfItsBlueOne() {
    String kettle = office.item("9.90");
    OrderView order =
        office.delivered(office.order(office.byCard("29.70", "5.00"), line(kettle, 3)));
    office.issue(order);
    office.bringBack(order, 1, 1);
    assertThatThrownBy(() -> copyOfTheRed(order, "l.told_quantity / 2, l.told_price * 2"))
        .hasMessageContaining("at another price");
    assertThatThrownBy(() -> copyOfTheRed(order, "l.told_quantity / 2, l.told_price"))
        .hasMessageContaining("told_quantity_and_price_are_the_money");
  }

  /** Takes the same back a second time, which tells its quantity and price otherwise. */
  private void copyOfTheRed(OrderView order, String told) throws SQLException {
    UUID red = office.of(order).invoices().get(1).id();
    try (var connection = TestDatabase.get().owner().getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(
          "create temp table copy on commit drop as select * from invoices.invoice where id = '"
              + red
              + "'");
      statement.execute(
          "update copy set id = gen_random_uuid(), serial = serial + 1,"
              + " cancellation_id = gen_random_uuid()");
      statement.execute("insert into invoices.invoice select * from copy");
      statement.execute(
          "insert into invoices.invoice_line select gen_random_uuid(), copy.id, 1,"
              + " l.order_line_id, l.blue_line_id, l.sku, l.name, l.tax_code, l.tax_rate,"
              + " l.quantity, l.price, l.gross, l.net, l.tax, l.by_card, "
              + told
              + " from invoices.invoice_line l, copy where l.invoice_id = '"
              + red
              + "'");
    }
  }

  private void assertToldAtOnePrice(List<InvoiceRow> all, boolean allIsTakenBack) {
    Map<UUID, List<InvoiceView.Line>> byOrderLine =
        all.stream()
            .flatMap(row -> office.see(row.id()).lines().stream())
            .collect(Collectors.groupingBy(InvoiceView.Line::orderLineId));
    byOrderLine
        .values()
        .forEach(
            lines -> {
              assertThat(lines.stream().map(InvoiceView.Line::toldPrice).distinct()).hasSize(1);
              BigDecimal left =
                  lines.stream()
                      .map(InvoiceView.Line::toldQuantity)
                      .reduce(BigDecimal.ZERO, BigDecimal::add);
              assertThat(left).isNotNegative();
              assertThat(allIsTakenBack && left.signum() != 0).isFalse();
            });
  }

  /** What an account has paid and has not got back, as the payments of the order say. */
  private Money byAccount(OrderView order) {
    return office.in(desk -> desk.shop().order(order.id())).payments().stream()
        .filter(one -> one.tender() == Tender.ACCOUNT)
        .map(one -> one.amount().minus(one.givenBack()))
        .reduce(Money.zero(Money.CNY), Money::plus);
  }

  /** Brings pieces of a line back as the draw says; false when there are none. */
  private boolean bringSomethingBack(OrderView order, int draw) {
    List<OrderView.Line> left =
        office.in(desk -> desk.shop().order(order.id())).lines().stream()
            .filter(one -> one.left() > 0)
            .toList();
    if (left.isEmpty()) {
      return false;
    }
    OrderView.Line chosen = left.get(draw % left.size());
    office.bringBack(order, chosen.lineNo(), 1 + draw / 10 % chosen.left());
    return true;
  }

  private static String yuan(long fen) {
    return BigDecimal.valueOf(fen, 2).toPlainString();
  }

  private static Money sum(List<InvoiceRow> rows, Function<InvoiceRow, Money> part) {
    return rows.stream().map(part).reduce(Money.zero(Money.CNY), Money::plus);
  }
}
