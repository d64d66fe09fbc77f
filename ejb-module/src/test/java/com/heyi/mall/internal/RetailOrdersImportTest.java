package com.heyi.mall.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.imports.ImportOutcome;
import com.heyi.imports.ImportRecord;
import com.heyi.mall.ItemStatus;
import com.heyi.mall.ItemView;
import com.heyi.mall.OrderStatus;
import com.heyi.mall.OrderView;
import com.heyi.mall.ReturnStep;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.value.Points;
import com.heyi.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class RetailOrdersImportTest {
  private static final AtomicInteger NUMBERS = new AtomicInteger(900_000);
  private static final List<String> HEADER =
      List.of(
          "InvoiceNo",
          "StockCode",
          "Description",
          "Quantity",
          "InvoiceDate",
          "UnitPrice",
          "CustomerID");

  private final MallFixture mall = MallFixture.on(LocalDate.of(2026, 3, 10));
  private final KnownCustomers customers = new KnownCustomers();
  private final String invoice = String.valueOf(NUMBERS.incrementAndGet());
  private final String later = String.valueOf(NUMBERS.incrementAndGet());
  private final String sku = "S" + invoice;
  private final String customer = "1" + invoice;
  private long line = 1;

  @AfterEach
  void theBooksBalance() {
    assertThat(mall.trialBalance().balanced()).as(mall.trialBalance().toString()).isTrue();
  }

  @Test
  void anInvoiceBecomesAnOrderPaidWithThePointsOfWhatIsSpent() {
    ImportOutcome outcome =
        load(
            row(invoice, sku, "LAMP", 6, "2010-12-01 08:26:00", "2.55", customer),
            row(invoice, sku + "B", "CUP", 2, "2010-12-01 08:26:00", "0.10", customer));

    assertThat(outcome).isEqualTo(ImportOutcome.loaded(2));
    OrderView order = order(invoice);
    assertThat(order.total()).isEqualTo(Points.of(6 * 255 + 2 * 10));
    assertThat(order.placedAt()).isEqualTo("2010-12-01T00:26:00Z");
    assertThat(order.recordedAt()).isEqualTo("2026-03-10T04:00:00Z");
    assertThat(mall.usable(order.customerId())).isZero();
    ItemView lamp = item(sku);
    assertThat(lamp.name()).isEqualTo("LAMP");
    assertThat(lamp.price()).isEqualTo(Points.of(255));
    assertThat(lamp.stock()).isZero();
  }

  @Test
  void aCancellationLineIsCancelledAgainstTheLatestEarlierOrderOfTheSamePrice() {
    load(row(invoice, sku, "LAMP", 6, "2010-12-01 08:26:00", "2.55", customer));
    load(row(later, sku, "LAMP", 6, "2010-12-02 08:26:00", "2.10", customer));

    ImportOutcome outcome =
        load(row("C" + later, sku, "LAMP", -4, "2010-12-03 09:00:00", "2.55", customer));

    assertThat(outcome).isEqualTo(ImportOutcome.loaded(1));
    assertThat(order(invoice).status()).isEqualTo(OrderStatus.PARTLY_CANCELLED);
    assertThat(order(later).status()).isEqualTo(OrderStatus.PLACED);
    assertThat(order(invoice).returned()).isEqualTo(Points.of(4 * 255));
    assertThat(mall.usable(order(invoice).customerId())).isEqualTo(4 * 255);
    assertThat(item(sku).stock()).isEqualTo(4);
  }

  @Test
  void aCancellationOfMoreThanOneOrderHoldsIsSpreadOverSeveralTheLatestFirst() {
    load(row(invoice, sku, "LAMP", 6, "2010-12-01 08:26:00", "2.55", customer));
    load(row(later, sku, "LAMP", 5, "2010-12-02 08:26:00", "2.10", customer));
    assertThat(load(row("C" + later, sku, "LAMP", -8, "2010-12-03 09:00:00", "2.55", customer)))
        .isEqualTo(ImportOutcome.loaded(1));
    assertThat(order(later).status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(order(invoice).lines().get(0).cancelled()).isEqualTo(3);
  }

  @Test
  void whatIsShippedOrCameBackIsNotCancelledAndTheLineIsRejected() {
    load(row(invoice, sku, "LAMP", 6, "2010-12-01 08:26:00", "2.55", customer));
    OrderView delivered = mall.deliver(order(invoice));
    mall.takeAll(
        mall.requestReturn(delivered, MallFixture.back(delivered, 1, 2)),
        ReturnStep.APPROVE,
        ReturnStep.RECEIVE,
        ReturnStep.INSPECT,
        ReturnStep.REFUND);
    load(row(later, sku, "LAMP", 3, "2010-12-02 08:26:00", "2.55", customer));

    ImportOutcome outcome =
        load(
            row("C" + later, sku, "LAMP", -4, "2010-12-03 09:00:00", "2.55", customer),
            row("C" + later, sku, "LAMP", -3, "2010-12-03 09:00:00", "2.55", customer));

    assertThat(outcome.loaded()).isEqualTo(1);
    assertThat(outcome.rejects())
        .singleElement()
        .satisfies(
            reject -> {
              assertThat(reject.code()).isEqualTo("retail.cancelled-more-than-ordered");
              assertThat(reject.args()).containsExactly(sku, 4L, 3L);
            });
    assertThat(order(later).status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(order(invoice).lines().get(0).cancelled()).isZero();
  }

  @Test
  void anOrderTakenOverFromAnAppThatEndedIsNotCancelledByTheRetailer() throws SQLException {
    load(row(invoice, sku, "LAMP", 6, "2010-12-01 08:26:00", "2.55", customer));
    OrderView takenOver = order(invoice);
    try (Connection owner = TestDatabase.get().owner().getConnection()) {
      owner
          .createStatement()
          .execute(
              "update mall.customer_order set of_ended_app = true, external_ref = 'P_OLD:'"
                  + " || external_ref where id = '"
                  + takenOver.id()
                  + "'");
    }

    ImportOutcome outcome =
        load(row("C" + later, sku, "LAMP", -4, "2010-12-03 09:00:00", "2.55", customer));

    assertThat(outcome.rejects()).hasSize(1);
    assertThat(mall.see(takenOver).status()).isEqualTo(OrderStatus.PLACED);
  }

  @Test
  void twoCancellationLinesMayHitTheSameOrderLine() {
    load(row(invoice, sku, "LAMP", 6, "2010-12-01 08:26:00", "2.55", customer));
    assertThat(
            load(
                row("C" + later, sku, "LAMP", -2, "2010-12-03 09:00:00", "2.55", customer),
                row("C" + later, sku, "LAMP", -3, "2010-12-03 09:00:00", "2.55", customer)))
        .isEqualTo(ImportOutcome.loaded(2));
    assertThat(order(invoice).lines().get(0).cancelled()).isEqualTo(5);
  }

  @Test
  void eachLineThatDoesNotFitIsRejectedForItsOwnReasonAndTheOthersMakeTheOrder() {
    ImportOutcome outcome =
        load(
            row(invoice, sku, "LAMP", 6, "2010-12-01 08:26:00", "2.55", customer),
            row(invoice, sku, "LAMP", 6, "2010-12-01 08:26:00", "2.55", ""),
            row(invoice, sku, "damaged", -6, "2010-12-01 08:26:00", "0", customer),
            row(invoice, sku, "LAMP", 6, "2010-12-01 08:26:00", "-2.55", customer),
            row(invoice, sku, "LAMP", 6, "yesterday", "2.55", customer),
            row("A" + invoice, "B", "Adjust bad debt", 1, "2010-12-01 09:00:00", "9.9", customer),
            row("C" + later, sku, "LAMP", -7, "2010-12-03 09:00:00", "2.55", customer),
            row("C" + later, "X" + sku, "LAMP", -1, "2010-12-03 09:00:00", "2.55", customer),
            row("C" + later, sku, "LAMP", 1, "2010-12-03 09:00:00", "2.55", customer));

    assertThat(outcome.loaded()).isEqualTo(1);
    assertThat(outcome.rejects())
        .extracting(ImportOutcome.Reject::code)
        .containsExactlyInAnyOrder(
            "retail.customer-missing",
            "retail.quantity-not-positive",
            "retail.price-negative",
            "retail.unreadable",
            "retail.adjustment",
            "retail.cancelled-more-than-ordered",
            "retail.cancelled-never-ordered",
            "retail.cancellation-not-negative");
    OrderView order = order(invoice);
    assertThat(order.lines()).hasSize(1);
    assertThat(item(sku).name()).isEqualTo("LAMP");
  }

  @Test
  void bugElsewherePointsEarnedOnVoidedLines() {
    load(
        row(invoice, sku, "LAMP", 1, "2010-12-01 08:26:00", "1.00", customer),
        row(invoice, sku, "LAMP", 100, "2010-12-01 08:26:00", "-5.00", customer),
        row(invoice, sku, "LAMP", -100, "2010-12-01 08:26:00", "5.00", customer));
    OrderView order = order(invoice);
    long granted =
        mall
            .in(m -> m.points().statement(order.customerId(), PageRequest.first(10)))
            .items()
            .stream()
            .mapToLong(entry -> Math.max(0, entry.amount()))
            .sum();
    assertThat(granted).isEqualTo(100);
  }

  @Test
  void aSecondRunOfTheSameFileChangesNothing() {
    List<Map<String, String>> file =
        List.of(
            row(invoice, sku, "LAMP", 6, "2010-12-01 08:26:00", "2.55", customer),
            row(invoice, sku, "LAMP", 6, "2010-12-01 08:26:00", "2.55", ""),
            row("C" + invoice, sku, "LAMP", -2, "2010-12-02 08:26:00", "2.55", customer),
            row("C" + invoice, sku, "LAMP", -5, "2010-12-02 08:26:00", "2.55", customer),
            row(later, sku, "LAMP, RED", 9, "2010-12-03 08:26:00", "2.00", customer));
    ImportOutcome first = run(file);
    String before = fingerprint();
    ImportOutcome second = run(file);
    assertThat(first.loaded()).isEqualTo(3);
    assertThat(second.loaded()).isZero();
    assertThat(second.unchanged()).isEqualTo(3);
    assertThat(second.rejects())
        .extracting(ImportOutcome.Reject::code)
        .isEqualTo(first.rejects().stream().map(ImportOutcome.Reject::code).toList());
    assertThat(fingerprint()).isEqualTo(before);
    assertThat(item(sku).name()).isEqualTo("LAMP, RED");
  }

  @Test
  void twoRunsOfTheSameFileAtTheSameTimeLoadItOnce() {
    List<Map<String, String>> file = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      file.add(row(invoice + "0" + i, sku, "LAMP", 6, "2010-12-01 08:26:00", "2.55", customer));
    }
    CompletableFuture<ImportOutcome> one = CompletableFuture.supplyAsync(() -> run(file));
    CompletableFuture<ImportOutcome> other = CompletableFuture.supplyAsync(() -> run(file));
    assertThat(one.join().plus(other.join())).isEqualTo(new ImportOutcome(20, 20, List.of()));
  }

  @Test
  void anInvoiceThatStandsInTwoPiecesBecomesTwoOrders() {
    List<Map<String, String>> file =
        List.of(
            row(invoice, sku, "LAMP", 6, "2010-12-01 08:26:00", "2.55", customer),
            row(later, sku, "LAMP", 1, "2010-12-01 08:26:00", "2.55", customer),
            row(invoice, sku, "LAMP", 2, "2010-12-01 08:27:00", "2.55", customer));
    assertThat(run(file).loaded()).isEqualTo(3);
    assertThat(run(file).unchanged()).isEqualTo(3);
    assertThat(order(invoice).lines().get(0).quantity()).isEqualTo(6);
    assertThat(order(invoice + "/2").lines().get(0).quantity()).isEqualTo(2);
  }

  @Test
  void whatIsGivenAwayIsNotPutOnSaleForNothing() {
    load(row(invoice, sku, "GIFT", 1, "2010-12-01 08:26:00", "0.001", customer));
    assertThat(order(invoice).total()).isEqualTo(Points.ZERO);
    assertThat(item(sku).status()).isEqualTo(ItemStatus.WITHDRAWN);
    load(row(later, sku, "GIFT", 1, "2010-12-02 08:26:00", "0.50", customer));
    assertThat(item(sku).status()).isEqualTo(ItemStatus.ON_SALE);
    assertThat(item(sku).price()).isEqualTo(Points.of(50));
    assertThat(load(row("C" + later, sku, "GIFT", -2, "2010-12-03 08:26:00", "0", customer)))
        .isEqualTo(ImportOutcome.loaded(1));
    assertThat(order(invoice).status()).isEqualTo(OrderStatus.CANCELLED);
  }

  /** Measures the whole file: {@code -Dheyi.retail.file=...}. */
  @Test
  @EnabledIfSystemProperty(named = "heyi.retail.file", matches = ".+")
  void theWholeFile() throws IOException {
    for (int round = 1; round <= 2; round++) {
      long start = System.nanoTime();
      ImportOutcome all = runFile(Path.of(System.getProperty("heyi.retail.file")));
      double seconds = (System.nanoTime() - start) / 1e9;
      int rows = all.loaded() + all.unchanged() + all.rejects().size();
      System.out.printf(
          "round %d: %d rows in %.1f s, %.0f rows/s, loaded %d, unchanged %d, rejected %d%n",
          round,
          rows,
          seconds,
          rows / seconds,
          all.loaded(),
          all.unchanged(),
          all.rejects().size());
      all.rejects().stream()
          .collect(
              java.util.stream.Collectors.groupingBy(
                  ImportOutcome.Reject::code, java.util.stream.Collectors.counting()))
          .forEach((code, count) -> System.out.println("  " + code + " " + count));
    }
    long start = System.nanoTime();
    System.out.println(mall.trialBalance());
    System.out.printf("trial balance %.2f s%n", (System.nanoTime() - start) / 1e9);
    start = System.nanoTime();
    System.out.println(mall.figures());
    System.out.printf("figures %.2f s%n", (System.nanoTime() - start) / 1e9);
  }

  private ImportOutcome runFile(Path file) throws IOException {
    ImportOutcome all = ImportOutcome.loaded(0);
    try (Reader reader =
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8)) {
      List<ImportRecord> slice = new ArrayList<>();
      String last = "";
      long number = 1;
      for (CSVRecord record :
          CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader)) {
        number++;
        if (slice.size() >= 1000 && !record.get("InvoiceNo").equals(last)) {
          all = all.plus(loadAll(slice));
          slice = new ArrayList<>();
        }
        last = record.get("InvoiceNo");
        slice.add(new ImportRecord(number, record.toMap()));
      }
      return all.plus(loadAll(slice));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @SafeVarargs
  private ImportOutcome load(Map<String, String>... rows) {
    return run(List.of(rows));
  }

  private ImportOutcome run(List<Map<String, String>> rows) {
    return loadAll(rows.stream().map(values -> new ImportRecord(++line, values)).toList());
  }

  private ImportOutcome loadAll(List<ImportRecord> records) {
    return mall.in(
        m -> {
          RetailOrdersImport handler =
              new RetailOrdersImport(
                  m.em(), m.clock(), customers, m.points(), m.orders(), m.refunds(), m.catalogue());
          List<List<ImportRecord>> groups = new ArrayList<>();
          ImportRecord before = null;
          for (ImportRecord record : records) {
            if (before == null || !handler.sameGroup(before, record)) {
              groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(record);
            before = record;
          }
          return handler.loadAll(groups);
        });
  }

  private OrderView order(String externalRef) {
    return mall.in(
        m -> {
          var page =
              m.book()
                  .page(
                      PageRequest.after(null, 10, null, Map.of("externalRef", externalRef)),
                      java.util.Optional.empty());
          return m.book()
              .find(
                  page.items().stream()
                      .filter(one -> one.externalRef().equals(externalRef))
                      .findFirst()
                      .orElseThrow()
                      .id())
              .orElseThrow();
        });
  }

  private ItemView item(String code) {
    return mall.in(m -> m.catalogue().view(m.catalogue().bySku(List.of(code)).get(code).id()));
  }

  private static String fingerprint() {
    return TestDatabase.get()
        .inTransaction(
            em ->
                em.createNativeQuery(
                        "select (select count(*) from mall.posting) || '/' || (select count(*)"
                            + " from mall.stock_movement) || '/' || (select sum(stock) || ':' ||"
                            + " sum(version) from mall.item) || '/' || (select sum(version) from"
                            + " mall.customer_order) || '/' || (select sum(entries) from"
                            + " mall.points_account)")
                    .getSingleResult()
                    .toString());
  }

  private static Map<String, String> row(
      String invoice, String sku, String name, int quantity, String at, String price, String who) {
    List<String> values =
        List.of(
            invoice,
            sku,
            name,
            String.valueOf(quantity),
            at,
            price,
            who.isEmpty() ? "" : who + ".0");
    Map<String, String> row = new java.util.LinkedHashMap<>();
    for (int i = 0; i < HEADER.size(); i++) {
      row.put(HEADER.get(i), values.get(i));
    }
    return row;
  }
}
