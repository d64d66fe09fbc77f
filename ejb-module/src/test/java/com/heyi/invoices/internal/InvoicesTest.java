package com.heyi.invoices.internal;

import static com.heyi.invoices.internal.InvoiceOffice.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.imports.ImportOutcome;
import com.heyi.imports.ImportRecord;
import com.heyi.imports.ImportStatus;
import com.heyi.invoices.Buyer;
import com.heyi.invoices.BuyerKind;
import com.heyi.invoices.DeliveredQueued;
import com.heyi.invoices.InvoiceError;
import com.heyi.invoices.InvoiceKind;
import com.heyi.invoices.InvoiceRow;
import com.heyi.invoices.InvoiceStatus;
import com.heyi.invoices.InvoiceView;
import com.heyi.invoices.IssueInvoice;
import com.heyi.invoices.SetTaxRate;
import com.heyi.invoices.TaxRateView;
import com.heyi.invoices.TaxSubject;
import com.heyi.mall.OrderView;
import com.heyi.mall.PlaceOrder;
import com.heyi.mall.RequestReturn;
import com.heyi.shared.error.ErrorCode;
import com.heyi.shared.error.FieldError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Change;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.Role;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import com.heyi.testing.TestDatabase;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is invoiced, once, and taken back by itself. */
class InvoicesTest {
  private static final Buyer COMPANY =
      new Buyer(BuyerKind.COMPANY, "福州合一贸易有限公司", "91350100M000100Y43");

  private static final LocalDate FIRST_OF_MAY = LocalDate.of(2026, 5, 1);

  private final InvoiceOffice office = new InvoiceOffice();
  private final String kettle = office.item("9.90");
  private final String cup = office.item("0.05");

  @Test
  void onlyTheMoneyOfAnOrderIsInvoicedLineByLineAndAddsUp() {
    String pointsOnly = office.item("0.00");
    OrderView order = office.shipped("19.95", line(kettle, 2), line(cup, 3), line(pointsOnly, 1));
    InvoiceView invoice = office.issue(order, COMPANY);

    assertThat(invoice.row().kind()).isEqualTo(InvoiceKind.BLUE);
    assertThat(invoice.row().status()).isEqualTo(InvoiceStatus.WAITING);
    assertThat(invoice.row().gross()).isEqualTo(Money.cny("19.95"));
    assertThat(invoice.row().gross()).isEqualTo(order.cash());
    assertThat(invoice.lines()).hasSize(2);
    assertThat(invoice.lines().get(0).gross()).isEqualTo(Money.cny("19.80"));
    assertThat(invoice.lines().get(0).net()).isEqualTo(Money.cny("17.52"));
    assertThat(invoice.lines().get(0).tax()).isEqualTo(Money.cny("2.28"));
    assertThat(invoice.lines().get(1).gross()).isEqualTo(Money.cny("0.15"));
    assertThat(invoice.row().net().plus(invoice.row().tax())).isEqualTo(invoice.row().gross());
    assertThat(invoice.buyer()).isEqualTo(COMPANY);
    assertThat(invoice.sellerTaxNumber()).isEqualTo(office.seller);
    assertThat(office.of(order).open()).isEqualTo(Money.cny("0.00"));
  }

  @Test
  void withoutAnEndpointItWaitsAndSaysSo() {
    InvoiceView invoice = office.issue(office.shipped("9.90", line(kettle, 1)));
    assertThat(office.file()).isZero();
    InvoiceRow row = office.see(invoice.row().id()).row();
    assertThat(row.status()).isEqualTo(InvoiceStatus.WAITING);
    assertThat(row.trouble()).isEqualTo(InvoiceError.GATEWAY_OFF.code());
    assertThat(row.officialNumber()).isNull();
  }

  @Test
  void nothingIsInvoicedBeforeItHasLeftNorWithoutMoneyNorTwice() {
    OrderView placed = office.order("9.90", line(kettle, 1));
    assertRefused(() -> office.issue(placed), InvoiceError.NOT_SHIPPED);
    assertThat(office.of(placed).issuable()).isFalse();
    String pointsOnly = office.item("0.00");
    OrderView free = office.shipped("0.00", line(pointsOnly, 1));
    assertRefused(() -> office.issue(free), InvoiceError.NO_CASH);
    OrderView shipped = office.in(desk -> desk.shop().ship(placed.id()));
    assertThat(office.of(shipped).issuable()).isTrue();
    office.issue(shipped);
    assertRefused(() -> office.issue(shipped), InvoiceError.ALREADY);
    assertRefused(
        () -> office.in(desk -> desk.issuing().issue(new IssueInvoice(Ids.next(), COMPANY))),
        CommonError.NOT_FOUND);
  }

  @Test
  void ofTwoRequestsAtOnceOneMakesTheInvoice() throws Exception {
    for (int round = 0; round < 10; round++) {
      OrderView order = office.shipped("9.90", line(kettle, 1));
      assertThat(atOnce(() -> office.issue(order), () -> office.issue(order)))
          .containsExactlyInAnyOrder(true, false);
      assertThat(office.of(order).invoices()).hasSize(1);
    }
    assertThat(serials(2026)).isEqualTo(upTo(10));
  }

  @Test
  void numbersHaveNoGapsWhenARequestComesToNothing() {
    office.issue(office.shipped("9.90", line(kettle, 1)));
    OrderView order = office.shipped("9.90", line(kettle, 1));
    assertThatThrownBy(
            () ->
                office.in(
                    desk -> {
                      desk.issuing().issue(new IssueInvoice(order.id(), COMPANY));
                      throw new IllegalStateException("the rest of the request fails");
                    }))
        .hasMessage("the rest of the request fails");
    assertThat(office.issue(order).row().number()).isEqualTo("FP2026-00000002");
    assertThat(serials(2026)).isEqualTo(upTo(2));
  }

  @Test
  void theYearOfANumberChangesAtMidnightOfTheBank() {
    OrderView one = office.shipped("9.90", line(kettle, 1));
    OrderView other = office.shipped("9.90", line(kettle, 1));
    office.at(Instant.parse("2026-12-31T15:59:59.999999Z"));
    assertThat(office.issue(one).row().number()).isEqualTo("FP2026-00000001");
    office.at(Instant.parse("2026-12-31T16:00:00Z"));
    assertThat(office.issue(other).row().number()).isEqualTo("FP2027-00000001");
  }

  @Test
  void aPartThatComesBackAndThenTheRestTakeBackTheInvoiceToTheCent() {
    OrderView order = office.delivered("30.00", line(kettle, 3), line(cup, 6));
    InvoiceView blue = office.issue(order, COMPANY);
    Money had = office.balance();
    office.bringBack(order, 1, 1);
    InvoiceView first = office.see(reds(order).get(0).id());
    assertThat(first.row().gross()).isEqualTo(Money.cny("-9.90"));
    assertThat(first.lines().get(0).quantity()).isEqualTo(-1);
    assertThat(first.blue().id()).isEqualTo(blue.row().id());
    assertThat(first.buyer()).isEqualTo(COMPANY);

    office.in(
        desk -> {
          desk.shop().bringBack(order.id());
          return null;
        });
    List<InvoiceRow> reds = reds(order);
    assertThat(reds).hasSize(2);
    assertThat(sum(reds, InvoiceRow::gross)).isEqualTo(blue.row().gross().negated());
    assertThat(sum(reds, InvoiceRow::net)).isEqualTo(blue.row().net().negated());
    assertThat(sum(reds, InvoiceRow::tax)).isEqualTo(blue.row().tax().negated());
    assertThat(office.balance()).isEqualTo(had.plus(Money.cny("30.00")));
    assertThat(office.see(blue.row().id()).reds()).hasSize(2);
    assertRefused(() -> office.issue(order), InvoiceError.ALREADY);
  }

  @Test
  void whatWasCancelledBeforeIsNotInvoicedAndWhatComesBackUninvoicedMakesNoRedOne() {
    OrderView order = office.order("29.70", line(kettle, 3));
    office.in(
        desk ->
            desk.shop()
                .cancel(
                    order.id(), new com.heyi.mall.CancelOrder.Line(order.lines().get(0).id(), 1L)));
    OrderView delivered = office.in(desk -> desk.shop().deliver(order.id()));
    assertThat(reds(delivered)).isEmpty();
    office.bringBack(delivered, 1, 1);
    assertThat(reds(delivered)).isEmpty();
    assertThat(office.issue(delivered).row().gross()).isEqualTo(Money.cny("9.90"));
    office.bringBack(delivered, 1, 1);
    assertThat(reds(delivered)).hasSize(1);
  }

  @Test
  void ofInvoicingAndBringingBackAtOnceNoMoneyStaysInvoicedThatWasGivenBack() throws Exception {
    for (int round = 0; round < 6; round++) {
      OrderView order = office.delivered("9.90", line(kettle, 1));
      atOnce(() -> office.issue(order), () -> bringAllBack(order));
      List<InvoiceRow> all = office.of(order).invoices();
      assertThat(sum(all, InvoiceRow::gross)).isEqualTo(Money.cny("0.00"));
    }
  }

  private Object bringAllBack(OrderView order) {
    return office.in(
        desk -> {
          desk.shop()
              .bringBack(order.id(), List.of(new RequestReturn.Line(order.lines().get(0).id(), 1)));
          return null;
        });
  }

  @Test
  void aBatchMakesEachMissingInvoiceOnce() {
    office.at(Instant.parse("2026-05-20T04:00:00Z"));
    LocalDate day = LocalDate.of(2026, 5, 20);
    OrderView one = office.delivered("9.90", line(kettle, 1));
    OrderView invoiced = office.delivered("9.90", line(kettle, 1));
    office.issue(invoiced);
    OrderView onItsWay = office.shipped("9.90", line(kettle, 1));
    assertThat(office.begin(day)).isEqualTo(1);
    office.trail.rows().clear();
    assertThat(office.work(office.batch())).isEqualTo(ImportOutcome.loaded(1));
    assertThat(office.of(one).invoices()).hasSize(1);
    assertThat(office.trail.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.action()).isEqualTo("invoice.issue");
              assertThat(row.target())
                  .isEqualTo("invoice:" + office.of(one).invoices().get(0).id());
              assertThat(row.changes())
                  .extracting(Change::field)
                  .containsExactly("number", "kind", "gross", "tax", "buyerKind");
            });
    assertThat(office.of(onItsWay).invoices()).isEmpty();
    assertThat(office.work(office.batch())).isEqualTo(ImportOutcome.unchanged(1));
    office.batchIs(ImportStatus.FINISHED);
    assertThat(office.begin(day)).isZero();
    assertRefused(() -> office.begin(day, FIRST_OF_MAY), InvoiceError.DAYS);
  }

  @Test
  void noBatchBeginsOverDaysThatAnotherIsAtWorkOn() {
    LocalDate day = LocalDate.of(2026, 9, 25);
    office.at(Instant.parse("2026-09-25T04:00:00Z"));
    office.delivered("9.90", line(kettle, 1));
    DeliveredQueued first = office.begin(day.minusDays(3), day);
    // A crash leaves it running, since it goes on by itself.
    for (ImportStatus atWork : List.of(ImportStatus.QUEUED, ImportStatus.RUNNING)) {
      office.batchIs(atWork);
      for (int ahead : List.of(-3, 0)) {
        LocalDate from = day.plusDays(ahead);
        assertThatThrownBy(() -> office.begin(from.minusDays(1), from))
            .isInstanceOfSatisfying(
                HeyiException.class,
                e -> {
                  assertThat(e.error()).isEqualTo(InvoiceError.BATCH_RUNNING);
                  assertThat(e.args()).containsExactly("as it was named", first.run());
                });
      }
      assertThat(office.begin(day.plusDays(1), day.plusDays(2)).run()).isNull();
      assertThat(office.begin(day.minusDays(5), day.minusDays(4)).run()).isNull();
    }
    for (ImportStatus over : List.of(ImportStatus.FAILED, ImportStatus.STOPPED)) {
      office.batchIs(over);
      assertThat(office.begin(day)).isEqualTo(1);
    }
  }

  @Test
  void ofTwoBatchesBegunAtOnceOneBegins() throws Exception {
    office.at(Instant.parse("2026-05-27T04:00:00Z"));
    LocalDate day = LocalDate.of(2026, 5, 27);
    office.delivered("9.90", line(kettle, 1));
    for (int round = 0; round < 10; round++) {
      office.batchIs(ImportStatus.STOPPED);
      assertThat(atOnce(() -> office.begin(day), () -> office.begin(day)))
          .containsExactlyInAnyOrder(true, false);
    }
  }

  @Test
  void aResumedBatchAndANewOneOverTheSameOrdersTakeTurnsAndRejectNone() throws Exception {
    office.at(Instant.parse("2026-05-28T04:00:00Z"));
    for (int each = 0; each < 8; each++) {
      office.delivered("9.90", line(kettle, 1));
    }
    assertThat(office.begin(LocalDate.of(2026, 5, 28))).isEqualTo(8);
    List<List<ImportRecord>> batch = office.batch();
    List<ImportOutcome> outcomes = Collections.synchronizedList(new ArrayList<>());
    Callable<?> work = () -> outcomes.add(office.work(batch));
    atOnce(work, work);
    assertThat(outcomes)
        .containsExactlyInAnyOrder(ImportOutcome.loaded(8), ImportOutcome.unchanged(8));
    assertThat(serials(2026)).isEqualTo(upTo(8));
  }

  @Test
  void aBatchGoesOnBehindWhatWasMadeBeforeACrash() {
    office.at(Instant.parse("2026-05-22T04:00:00Z"));
    List<OrderView> orders = new ArrayList<>();
    for (int each = 0; each < 5; each++) {
      orders.add(office.delivered("9.90", line(kettle, 1)));
    }
    assertThat(office.begin(LocalDate.of(2026, 5, 22))).isEqualTo(5);
    List<List<ImportRecord>> batch = office.batch();
    office.work(batch.subList(0, 2));
    assertThatThrownBy(
            () ->
                office.in(
                    desk -> {
                      desk.batch().loadAll(batch.subList(2, 4));
                      throw new IllegalStateException("the server is killed");
                    }))
        .hasMessage("the server is killed");
    office.bringBack(orders.get(4), 1, 1);
    assertThat(office.work(batch.subList(2, 5)))
        .as("one came back meanwhile")
        .isEqualTo(new ImportOutcome(2, 1, List.of()));
    assertThat(serials(2026)).isEqualTo(upTo(4));
  }

  @Test
  void aBatchRejectsWhatAnotherHoldsAndWhatHasNotLeft() {
    office.at(Instant.parse("2026-06-20T04:00:00Z"));
    LocalDate day = LocalDate.of(2026, 6, 20);
    OrderView free = office.delivered("9.90", line(kettle, 1));
    OrderView busy = office.delivered("9.90", line(kettle, 1));
    office.begin(day);
    ImportOutcome meanwhile =
        office.in(
            another -> {
              another.shop().cashSales().hold(busy.id()).orElseThrow();
              return office.work(office.batch());
            });
    assertThat(meanwhile.loaded()).isEqualTo(1);
    assertThat(meanwhile.rejects())
        .extracting(ImportOutcome.Reject::code)
        .containsExactly(InvoiceError.ORDER_BUSY.code());
    assertThat(office.of(free).invoices()).hasSize(1);
    assertThat(office.of(busy).invoices()).isEmpty();
    office.batchIs(ImportStatus.FINISHED);
    assertThat(office.begin(day)).isEqualTo(1);
    assertThat(office.work(office.batch())).isEqualTo(ImportOutcome.loaded(1));

    OrderView placed = office.order("9.90", line(kettle, 1));
    List<List<ImportRecord>> wrong =
        List.of(
            List.of(new ImportRecord(2, Map.of("order", placed.id().toString()))),
            List.of(new ImportRecord(3, Map.of("order", "O-1"))),
            List.of(new ImportRecord(4, Map.of("order", free.id().toString()))),
            List.of(new ImportRecord(5, Map.of("order", free.id().toString()))));
    ImportOutcome outcome = office.work(wrong);
    assertThat(outcome.unchanged()).isEqualTo(2);
    assertThat(outcome.rejects())
        .extracting(ImportOutcome.Reject::code)
        .containsExactlyInAnyOrder(InvoiceError.NOT_SHIPPED.code(), CommonError.NOT_FOUND.code());
    office.sellerTaxNumber = Optional.empty();
    assertThat(office.work(wrong.subList(2, 3)).rejects())
        .extracting(ImportOutcome.Reject::code)
        .containsExactly(InvoiceError.NO_SELLER.code());
  }

  @Test
  void deliveredOrdersComeAsTheyWereDeliveredFromMidnightToMidnight() {
    office.at(Instant.parse("2026-06-24T16:00:00Z"));
    OrderView last = office.order("9.90", line(kettle, 1));
    OrderView midnight = office.delivered("9.90", line(kettle, 1));
    OrderView gone = office.delivered("9.90", line(kettle, 1));
    office.bringBack(gone, 1, 1);
    office.at(Instant.parse("2026-06-25T15:59:59.999999Z"));
    office.delivered(last);
    office.at(Instant.parse("2026-06-25T16:00:00Z"));
    office.delivered("9.90", line(kettle, 1));
    LocalDate day = LocalDate.of(2026, 6, 25);
    List<UUID> seen = office.in(desk -> desk.shop().cashSales().delivered(day, day, null, 10));
    assertThat(seen).containsExactly(midnight.id(), last.id());
  }

  @Test
  void aBuyerIsNamedAsHisKindNeeds() {
    OrderView order = office.shipped("9.90", line(kettle, 1));
    assertFields(order, new Buyer(BuyerKind.COMPANY, " ", null), "buyer.title", "buyer.taxNumber");
    assertFields(
        order, new Buyer(BuyerKind.COMPANY, "甲公司", "91350100M000100Y44"), "buyer.taxNumber");
    assertFields(
        order, new Buyer(BuyerKind.PERSON, "欧阳娜", "91350100M000100Y43"), "buyer.taxNumber");
    assertThat(office.issue(order, new Buyer(BuyerKind.PERSON, "欧阳娜", null)).buyer().title())
        .isEqualTo("欧阳娜");
  }

  @Test
  void withoutASellerNothingIsInvoiced() {
    OrderView order = office.shipped("9.90", line(kettle, 1));
    office.sellerTaxNumber = Optional.empty();
    assertRefused(() -> office.issue(order), InvoiceError.NO_SELLER);
    office.sellerTaxNumber = Optional.of("123");
    assertRefused(() -> office.issue(order), InvoiceError.SELLER_INVALID);
  }

  @Test
  void theNarrowestRateOfTheDayCounts() {
    office.at(Instant.parse("2026-06-01T04:00:00Z"));
    set(TaxSubject.ITEM, cup, LocalDate.of(2026, 6, 2), "9");
    OrderView order = office.shipped("11.40", line(kettle, 1), line(cup, 30));
    assertThat(office.issue(order).lines())
        .extracting(InvoiceView.Line::percent)
        .containsExactly(new BigDecimal("13.00"), new BigDecimal("13.00"));
    office.at(Instant.parse("2026-06-01T16:00:00Z"));
    OrderView later = office.shipped("11.40", line(kettle, 1), line(cup, 30));
    assertThat(office.issue(later).lines())
        .extracting(InvoiceView.Line::percent)
        .containsExactly(new BigDecimal("13.00"), new BigDecimal("9.00"));
    assertRefused(
        () -> set(TaxSubject.ITEM, cup, LocalDate.of(2026, 6, 2), "6"),
        InvoiceError.RATE_DUPLICATE);
    assertRefused(
        () -> set(TaxSubject.ITEM, cup, LocalDate.of(2026, 6, 1), "6"), InvoiceError.RATE_PAST);
    assertRefused(
        () -> set(TaxSubject.CATEGORY, "", LocalDate.of(2027, 1, 1), "6"),
        InvoiceError.RATE_SUBJECT);
  }

  private TaxRateView set(TaxSubject kind, String subject, LocalDate from, String percent) {
    return office.in(
        desk ->
            desk.rates()
                .set(
                    new SetTaxRate(
                        kind,
                        subject,
                        from,
                        new BigDecimal(percent),
                        "1030299000000000000",
                        "测试")));
  }

  @Test
  void aBranchSeesAndAsksForItsOwnOnly() {
    OrderView order = office.shipped("9.90", line(kettle, 1));
    assertRefused(
        () -> office.as(Role.BRANCH, "B0202", desk -> desk.issuing().ofOrder(order.id())),
        CommonError.OTHER_BRANCH);
    InvoiceView invoice = office.issue(order);
    assertRefused(
        () -> office.as(Role.BRANCH, "B0202", desk -> desk.book().view(invoice.row().id())),
        CommonError.OTHER_BRANCH);
    assertThat(
            office
                .as(
                    Role.BRANCH,
                    "B0101",
                    desk ->
                        desk.book()
                            .page(
                                PageRequest.after(
                                    null, 10, null, Map.of("orderId", order.id().toString())),
                                Optional.of("B0101")))
                .items())
        .hasSize(1);
  }

  @Test
  void theDatabaseItselfKeepsInvoicesAsTheyAre() {
    InvoiceView invoice = office.issue(office.delivered("9.90", line(kettle, 1)));
    UUID id = invoice.row().id();
    assertRefusedByOwner("update invoices.invoice set gross = 1 where id = '" + id + "'");
    assertRefusedByOwner("delete from invoices.invoice where id = '" + id + "'");
    assertRefusedByOwner("update invoices.invoice_line set name = 'x'");
    assertRefusedByOwner("truncate invoices.invoice cascade");
    assertRefusedByOwner(anotherLine(id.toString()));
    assertRefusedByOwner(
        "insert into invoices.invoice select gen_random_uuid(), 0, issuer, seller_name, year,"
            + " serial + 2, number, kind, blue_id, cancellation_id, order_id, order_number,"
            + " customer_id, branch, gross, net, tax, requested_at, requested_by, buyer_kind,"
            + " buyer_title, buyer_tax_number, status, attempts, failing_since, next_attempt_at,"
            + " trouble, refusal, official_number, issued_at from invoices.invoice where id = '"
            + id
            + "'");
  }

  @Test
  void noLineJoinsAnInvoiceThatWasWrittenBeforeThoughItsRowIsTouchedFirst() {
    InvoiceView invoice = office.issue(office.delivered("9.90", line(kettle, 1)));
    String id = invoice.row().id().toString();
    assertRefusedByOwner(
        "update invoices.invoice set version = version where id = '" + id + "'", anotherLine(id));
    assertRefusedByOwner("update invoices.invoice set written_by_tx = pg_current_xact_id()");
    assertThat(office.see(invoice.row().id()).lines()).hasSize(1);
  }

  @Test
  void whoWritesAnInvoiceDoesNotSayByWhichTransaction() {
    InvoiceView invoice = office.issue(office.delivered("9.90", line(kettle, 1)));
    assertThatThrownBy(
            () ->
                owner(
                    "create temp table copy on commit drop as select * from invoices.invoice"
                        + " where id = '"
                        + invoice.row().id()
                        + "'",
                    "update copy set id = gen_random_uuid(), serial = serial + 1,"
                        + " written_by_tx = '9'",
                    "insert into invoices.invoice select * from copy",
                    "do $$ begin if exists (select from invoices.invoice i join copy c using (id)"
                        + " where i.written_by_tx <> pg_current_xact_id()) then"
                        + " raise 'the writer said so'; end if; end $$"))
        .as("nothing but its missing lines is wrong")
        .hasMessageContaining("is not the sum of its lines");
  }

  @Test
  void aLineThatJoinsInTheSameTransactionProvesTheSumsAgain() {
    InvoiceView invoice = office.issue(office.delivered("9.90", line(kettle, 1)));
    String copy = Ids.next().toString();
    assertThatThrownBy(
            () ->
                owner(
                    "create temp table copy on commit drop as select * from invoices.invoice"
                        + " where id = '"
                        + invoice.row().id()
                        + "'",
                    "update copy set id = '" + copy + "', serial = serial + 1",
                    "insert into invoices.invoice select * from copy",
                    "insert into invoices.invoice_line select gen_random_uuid(), '"
                        + copy
                        + "', 1, gen_random_uuid(), null, sku, name, tax_code, tax_rate, quantity,"
                        + " price, gross, net, tax from invoices.invoice_line where invoice_id = '"
                        + invoice.row().id()
                        + "'",
                    "set constraints all immediate",
                    anotherLine(copy)))
        .hasMessageContaining("is not the sum of its lines");
  }

  @Test
  void theSumsOfAnInvoiceAreProvedOnceAndNotByEachLineAnew() {
    PlaceOrder.Line[] lines =
        IntStream.range(0, 40)
            .mapToObj(i -> line(office.item("1.00"), 1))
            .toArray(PlaceOrder.Line[]::new);
    InvoiceView invoice = office.issue(office.delivered("40.00", lines));
    String copy = Ids.next().toString();
    assertThatThrownBy(
            () ->
                owner(
                    "create temp table copy on commit drop as select * from invoices.invoice"
                        + " where id = '"
                        + invoice.row().id()
                        + "'",
                    "create temp table lines on commit drop as select * from invoices.invoice_line"
                        + " where invoice_id = '"
                        + invoice.row().id()
                        + "'",
                    "update copy set id = '" + copy + "', serial = serial + 1",
                    "update lines set id = gen_random_uuid(), order_line_id = gen_random_uuid(),"
                        + " invoice_id = '"
                        + copy
                        + "'",
                    "set local enable_seqscan = off",
                    "insert into invoices.invoice select * from copy",
                    "insert into invoices.invoice_line select * from lines",
                    "set constraints all immediate",
                    "do $$ begin raise 'read: %', (select seq_tup_read + idx_tup_fetch from"
                        + " pg_stat_xact_user_tables where relid ="
                        + " 'invoices.invoice_line'::regclass); end $$"))
        .satisfies(
            e ->
                assertThat(Long.parseLong(e.getMessage().replaceAll("(?s).*read: (\\d+).*", "$1")))
                    .as("of 40 lines, each proving all of them it would be 1,600")
                    .isBetween(40L, 400L));
  }

  /** A second line for an invoice of one. */
  private static String anotherLine(String invoiceId) {
    return "insert into invoices.invoice_line select gen_random_uuid(), invoice_id, 2,"
        + " gen_random_uuid(), null, sku, name, tax_code, tax_rate, quantity, price, gross,"
        + " net, tax from invoices.invoice_line where invoice_id = '"
        + invoiceId
        + "'";
  }

  @Test
  void theDatabaseItselfTakesNoMoreBackThanWasInvoiced() {
    OrderView order = office.delivered("9.90", line(kettle, 1));
    office.issue(order);
    office.bringBack(order, 1, 1);
    UUID red = reds(order).get(0).id();
    assertThatThrownBy(
            () ->
                TestDatabase.get()
                    .inTransaction(
                        em -> {
                          em.createNativeQuery(
                                  "insert into invoices.invoice select '"
                                      + Ids.next()
                                      + "', 0, issuer, seller_name, year, serial + 1, 'x', kind,"
                                      + " blue_id, gen_random_uuid(), order_id, order_number,"
                                      + " customer_id, branch, gross, net, tax, requested_at,"
                                      + " requested_by, buyer_kind, buyer_title,"
                                      + " buyer_tax_number, status, attempts, failing_since,"
                                      + " next_attempt_at, trouble, refusal, official_number,"
                                      + " issued_at from invoices.invoice where id = :red")
                              .setParameter("red", red)
                              .executeUpdate();
                          return em.createNativeQuery(
                                  "insert into invoices.invoice_line select gen_random_uuid(),"
                                      + " (select id from invoices.invoice where number = 'x'"
                                      + " and order_id = :order), 1, order_line_id, blue_line_id,"
                                      + " sku, name, tax_code, tax_rate, quantity, price, gross,"
                                      + " net, tax from invoices.invoice_line where invoice_id ="
                                      + " :red")
                              .setParameter("red", red)
                              .setParameter("order", order.id())
                              .executeUpdate();
                        }))
        .hasStackTraceContaining("More is taken back");
  }

  private static void assertRefusedByOwner(String... statements) {
    assertThatThrownBy(() -> owner(statements))
        .as(String.join("; ", statements))
        .hasMessageMatching("(?s).*(immutable|gap|only in the transaction).*");
  }

  /** Runs these as the owner of the schema, in one transaction. */
  private static void owner(String... statements) throws SQLException {
    try (var connection = TestDatabase.get().owner().getConnection()) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        for (String sql : statements) {
          statement.execute(sql);
        }
      }
      connection.commit();
    }
  }

  private List<InvoiceRow> reds(OrderView order) {
    return office.of(order).invoices().stream()
        .filter(row -> row.kind() == InvoiceKind.RED)
        .toList();
  }

  private static Money sum(
      List<InvoiceRow> rows, java.util.function.Function<InvoiceRow, Money> part) {
    return rows.stream().map(part).reduce(Money.zero(Money.CNY), Money::plus);
  }

  private List<Long> serials(int year) {
    return TestDatabase.get()
        .inTransaction(
            em ->
                em.createQuery(
                        "select i.serial from Invoice i where i.issuer = :issuer and i.year = :year"
                            + " order by i.serial",
                        Long.class)
                    .setParameter("issuer", office.seller)
                    .setParameter("year", year)
                    .getResultList());
  }

  private static List<Long> upTo(long last) {
    List<Long> all = new ArrayList<>();
    for (long at = 1; at <= last; at++) {
      all.add(at);
    }
    return all;
  }

  private void assertFields(OrderView order, Buyer buyer, String... fields) {
    assertThatThrownBy(() -> office.issue(order, buyer))
        .isInstanceOfSatisfying(
            HeyiException.class,
            e ->
                assertThat(Set.copyOf(e.fields().stream().map(FieldError::field).toList()))
                    .isEqualTo(Set.of(fields)));
  }

  static void assertRefused(ThrowingCallable call, ErrorCode code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            HeyiException.class, e -> assertThat(e.code()).isEqualTo(code.code()));
  }

  private static List<Boolean> atOnce(Callable<?> one, Callable<?> other) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      CyclicBarrier start = new CyclicBarrier(2);
      List<Future<Boolean>> both = new ArrayList<>();
      for (Callable<?> work : List.of(one, other)) {
        both.add(
            threads.submit(
                () -> {
                  start.await();
                  try {
                    work.call();
                    return true;
                  } catch (HeyiException e) {
                    return false;
                  }
                }));
      }
      return List.of(both.get(0).get(), both.get(1).get());
    } finally {
      threads.shutdownNow();
    }
  }
}
