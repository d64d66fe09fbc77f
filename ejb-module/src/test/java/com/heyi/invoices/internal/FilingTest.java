package com.heyi.invoices.internal;

import static com.heyi.invoices.internal.InvoiceOffice.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.invoices.Buyer;
import com.heyi.invoices.BuyerKind;
import com.heyi.invoices.InvoiceError;
import com.heyi.invoices.InvoiceKind;
import com.heyi.invoices.InvoiceRow;
import com.heyi.invoices.InvoiceStatus;
import com.heyi.invoices.InvoiceView;
import com.heyi.invoices.SendInvoiceAgain;
import com.heyi.mall.OrderView;
import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.json.Json;
import com.heyi.testing.TestDatabase;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invoices are handed to a real endpoint, again and again until it answers. */
class FilingTest {
  private static final AtomicLong NUMBERS = new AtomicLong(System.nanoTime());

  private final InvoiceOffice office = new InvoiceOffice();
  private final String kettle = office.item("9.90");
  private final List<Map<?, ?>> received = Collections.synchronizedList(new ArrayList<>());
  private final List<String> keys = Collections.synchronizedList(new ArrayList<>());
  private HttpServer authority;
  private final Map<String, String> answered = new ConcurrentHashMap<>();
  private volatile int status = 200;
  private volatile String answer;
  private volatile boolean answerIsLost;

  @BeforeEach
  void theAuthorityOpens() throws IOException {
    authority = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    authority.createContext(
        "/invoices",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          received.add((Map<?, ?>) Json.read(body, Map.class));
          String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
          keys.add(key);
          reply(exchange, key);
        });
    authority.start();
    office.gateway =
        InvoiceOffice.endpoint(
            URI.create("http://127.0.0.1:" + authority.getAddress().getPort() + "/invoices"));
  }

  /** What it issued or refused under a key it answers again, whatever it would say by now. */
  private void reply(HttpExchange exchange, String key) throws IOException {
    if (status == 200 && answer == null) {
      answered.computeIfAbsent(
          key,
          k -> "200{\"number\":\"" + String.format("%020d", NUMBERS.incrementAndGet()) + "\"}");
    } else if (status == 422) {
      answered.putIfAbsent(key, status + answer);
    }
    String said = answerIsLost ? "503{}" : answered.getOrDefault(key, status + answer);
    byte[] bytes = said.substring(3).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(Integer.parseInt(said.substring(0, 3)), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @AfterEach
  void theAuthorityCloses() {
    authority.stop(0);
  }

  @Test
  void whatTheAuthorityTakesIsIssuedUnderItsNumberAndNeverChangesAgain() {
    InvoiceView made =
        office.issue(
            office.shipped("19.80", line(kettle, 2)), new Buyer(BuyerKind.PERSON, "欧阳娜", null));
    assertThat(office.file()).isEqualTo(1);
    InvoiceView issued = office.see(made.row().id());
    assertThat(issued.row().status()).isEqualTo(InvoiceStatus.ISSUED);
    assertThat(issued.row().officialNumber()).hasSize(20);
    assertThat(issued.row().trouble()).isNull();
    assertThat(received.get(0).get("buyerName")).isEqualTo("欧阳娜");
    assertThat(received.get(0).get("total").toString()).isEqualTo("19.80");
    assertThat(keys).containsExactly(made.row().id().toString());
    assertThat(office.trail.rows())
        .singleElement()
        .satisfies(row -> assertThat(row.outcome()).isEqualTo(AuditEvent.Outcome.DONE));
    assertThat(office.file()).as("once").isZero();
    InvoicesTest.assertRefused(() -> again(issued, null), InvoiceError.ISSUED);
    assertRefusedByTheDatabase(made, "buyer_title = 'x'");
  }

  @Test
  void whatTheAuthorityRefusesTellsWhyAndIsIssuedOnceItIsMendedAndSentAgain() {
    InvoiceView made =
        office.issue(
            office.shipped("9.90", line(kettle, 1)),
            new Buyer(BuyerKind.COMPANY, "甲公司", "91350100M000100Y43"));
    status = 422;
    answer = "{\"reason\":\"购买方名称与税号不符\"}";
    office.file();
    InvoiceView refused = office.see(made.row().id());
    assertThat(refused.row().status()).isEqualTo(InvoiceStatus.REFUSED);
    assertThat(refused.refusal()).isEqualTo("购买方名称与税号不符");
    assertThat(refused.nextAttemptAt()).isNull();
    office.timePasses(Duration.ofDays(1));
    assertThat(office.file()).as("not by itself").isZero();

    status = 200;
    answer = null;
    Buyer right = new Buyer(BuyerKind.COMPANY, "福州合一贸易有限公司", "91350100M000100Y43");
    InvoicesTest.assertRefused(
        () ->
            office.in(
                desk -> {
                  desk.issuing().sendAgain(new SendInvoiceAgain(made.row().id(), 99, right));
                  return null;
                }),
        CommonError.VERSION_MOVED);
    again(refused, right);
    assertThat(office.file()).isEqualTo(1);
    InvoiceView issued = office.see(made.row().id());
    assertThat(issued.row().status()).isEqualTo(InvoiceStatus.ISSUED);
    assertThat(issued.buyer()).isEqualTo(right);
    assertThat(issued.row().number()).isEqualTo(made.row().number());
    String key = made.row().id().toString();
    assertThat(keys).containsExactly(key, key + "-1");
  }

  @Test
  void aKeyThatTheAuthorityHasAlreadyIsIssuedByTheNumberThatItTellsWithIt() {
    InvoiceView made = office.issue(office.shipped("9.90", line(kettle, 1)));
    String number = String.format("%020d", NUMBERS.incrementAndGet());
    status = 409;
    answer = "{\"number\":\"" + number + "\"}";
    assertThat(office.file()).isEqualTo(1);
    InvoiceRow issued = office.see(made.row().id()).row();
    assertThat(issued.status()).isEqualTo(InvoiceStatus.ISSUED);
    assertThat(issued.officialNumber()).isEqualTo(number);
  }

  @Test
  void aKeyThatTheAuthorityIsJustDealingWithIsNotRefusedButAskedForAgain() {
    InvoiceView made = office.issue(office.shipped("9.90", line(kettle, 1)));
    status = 409;
    answer = "{\"reason\":\"处理中\"}";
    office.file();
    InvoiceView waiting = office.see(made.row().id());
    assertThat(waiting.row().status()).isEqualTo(InvoiceStatus.WAITING);
    assertThat(waiting.row().trouble()).isEqualTo(InvoiceError.GATEWAY_FAILED.code());
    InvoicesTest.assertRefused(
        () -> again(waiting, new Buyer(BuyerKind.PERSON, "王芳", null)),
        InvoiceError.OUTCOME_UNKNOWN);
    status = 200;
    answer = null;
    office.timePasses(Duration.ofHours(2));
    office.file();
    assertThat(office.see(made.row().id()).row().status()).isEqualTo(InvoiceStatus.ISSUED);
    assertThat(keys).hasSize(2).containsOnly(made.row().id().toString());
  }

  @Test
  void whatAGiftCardPaidIsNeitherInTheSumNorInThePriceThatTheAuthorityIsTold() {
    office.issue(office.delivered(office.order(office.byCard("19.80", "10.00"), line(kettle, 2))));
    office.file();
    Map<?, ?> told = (Map<?, ?>) ((List<?>) received.get(0).get("lines")).get(0);
    assertThat(told.get("quantity").toString()).isEqualTo("2");
    assertThat(new BigDecimal(told.get("unitPrice").toString())).isEqualByComparingTo("4.90");
    assertThat(told.get("total").toString()).isEqualTo("9.80");
  }

  @Test
  void whatWasRefusedForAnotherReasonThanItsBuyerIsAskedAnewToo() {
    InvoiceView made = office.issue(office.shipped("9.90", line(kettle, 1)));
    status = 422;
    answer = "{\"reason\":\"未做票种核定\"}";
    office.file();
    status = 200;
    answer = null;
    again(office.see(made.row().id()), null);
    assertThat(office.file()).isEqualTo(1);
    assertThat(office.see(made.row().id()).row().status()).isEqualTo(InvoiceStatus.ISSUED);
  }

  @Test
  void whatMayBeIssuedAlreadyIsMadeOutToNobodyElse() {
    Buyer buyer = new Buyer(BuyerKind.PERSON, "欧阳娜", null);
    Buyer other = new Buyer(BuyerKind.COMPANY, "福州合一贸易有限公司", "91350100M000100Y43");
    InvoiceView made = office.issue(office.shipped("9.90", line(kettle, 1)), buyer);
    InvoicesTest.assertRefused(() -> again(made, other), InvoiceError.OUTCOME_UNKNOWN);
    answerIsLost = true;
    office.file();
    InvoiceView waiting = office.see(made.row().id());
    assertThat(waiting.row().trouble()).isEqualTo(InvoiceError.GATEWAY_FAILED.code());
    InvoicesTest.assertRefused(() -> again(waiting, other), InvoiceError.OUTCOME_UNKNOWN);
    assertRefusedByTheDatabase(made, "edition = 1, buyer_title = 'x'");

    answerIsLost = false;
    again(waiting, buyer);
    assertThat(office.file()).isEqualTo(1);
    InvoiceView issued = office.see(made.row().id());
    assertThat(issued.row().status()).isEqualTo(InvoiceStatus.ISSUED);
    assertThat(issued.buyer()).isEqualTo(buyer);
    assertThat(received)
        .extracting(body -> (String) body.get("buyerName"))
        .containsExactly("欧阳娜", "欧阳娜");
    assertThat(answered).as("issued once").hasSize(1);
  }

  @Test
  void theDatabaseItselfGivesARefusedOneAnotherBuyerAsAnotherEditionOnly() {
    InvoiceView made = office.issue(office.shipped("9.90", line(kettle, 1)));
    status = 422;
    answer = "{\"reason\":\"x\"}";
    office.file();
    assertRefusedByTheDatabase(made, "buyer_title = 'x'");
    again(office.see(made.row().id()), null);
    assertRefusedByTheDatabase(made, "edition = 0");
  }

  private static void assertRefusedByTheDatabase(InvoiceView invoice, String change) {
    assertThatThrownBy(
            () ->
                TestDatabase.get()
                    .doInTransaction(
                        em ->
                            em.createNativeQuery(
                                    "update invoices.invoice set " + change + " where id = :id")
                                .setParameter("id", invoice.row().id())
                                .executeUpdate()))
        .hasStackTraceContaining("immutable");
  }

  @Test
  void anAuthorityThatDoesNotAnswerIsAskedAgainLaterAndLaterUnderTheSameKey() {
    InvoiceView made = office.issue(office.shipped("9.90", line(kettle, 1)));
    status = 503;
    office.file();
    InvoiceView waiting = office.see(made.row().id());
    assertThat(waiting.row().trouble()).isEqualTo(InvoiceError.GATEWAY_FAILED.code());
    assertThat(waiting.attempts()).isEqualTo(1);
    office.file();
    assertThat(received).as("not before its time").hasSize(1);
    office.timePasses(Duration.ofSeconds(30));
    office.file();
    assertThat(received).hasSize(2);
    office.timePasses(Duration.ofSeconds(59));
    office.file();
    assertThat(received).as("the pause doubles").hasSize(2);
    status = 200;
    answer = "{\"number\":\"123\"}";
    office.timePasses(Duration.ofSeconds(1));
    office.file();
    assertThat(office.see(made.row().id()).row().status()).isEqualTo(InvoiceStatus.WAITING);
    answer = null;
    office.timePasses(Duration.ofHours(1));
    assertThat(office.file()).isEqualTo(1);
    assertThat(keys).hasSize(4).containsOnly(made.row().id().toString());
  }

  @Test
  void aDoorThatIsClosedSaysNothingOfTheInvoice() {
    InvoiceView made = office.issue(office.shipped("9.90", line(kettle, 1)));
    status = 401;
    office.file();
    assertThat(office.see(made.row().id()).row().status()).isEqualTo(InvoiceStatus.WAITING);
    assertThat(office.see(made.row().id()).row().trouble())
        .isEqualTo(InvoiceError.GATEWAY_CLOSED.code());
  }

  @Test
  void aRedOneWaitsForABlueOneThatIsStillOnItsWay() {
    OrderView order = office.delivered("9.90", line(kettle, 1));
    office.issue(order);
    office.bringBack(order, 1, 1);
    status = 503;
    office.file();
    assertThat(office.of(order).invoices())
        .filteredOn(row -> row.kind() == InvoiceKind.RED)
        .allSatisfy(
            red -> {
              assertThat(red.status()).isEqualTo(InvoiceStatus.WAITING);
              assertThat(red.trouble()).isEqualTo(InvoiceError.BLUE_NOT_ISSUED.code());
            });
  }

  /** How many the desk has to mend. */
  private long refused() {
    return office.in(desk -> desk.book().gateway().refused());
  }

  @Test
  void aRedOneEndsWithItsBlueOneAndGoesOnWithItAndNamesItsNumber() {
    OrderView order = office.delivered("9.90", line(kettle, 1));
    InvoiceView blue = office.issue(order);
    office.bringBack(order, 1, 1);
    UUID red =
        office.of(order).invoices().stream()
            .filter(row -> row.kind() == InvoiceKind.RED)
            .findFirst()
            .orElseThrow()
            .id();
    long refused = refused();
    status = 422;
    answer = "{\"reason\":\"x\"}";
    office.file();
    assertThat(refused()).as("the blue one alone").isEqualTo(refused + 1);
    InvoiceView ended = office.see(red);
    assertThat(ended.row().status()).isEqualTo(InvoiceStatus.REFUSED);
    assertThat(ended.row().trouble()).isEqualTo(InvoiceError.BLUE_REFUSED.code());
    assertThat(ended.attempts()).as("it was not asked for itself").isZero();
    assertThat(office.trail.rows())
        .anySatisfy(
            row -> {
              assertThat(row.target()).isEqualTo("invoice:" + red);
              assertThat(row.errorCode()).isEqualTo(InvoiceError.BLUE_REFUSED.code());
            });
    office.timePasses(Duration.ofDays(1));
    office.file();
    assertThat(received).as("neither is asked for again by itself").hasSize(1);
    InvoicesTest.assertRefused(() -> again(ended, null), InvoiceError.BLUE_REFUSED);
    status = 200;
    answer = null;
    Buyer named = new Buyer(BuyerKind.PERSON, "欧阳娜", null);
    again(office.see(blue.row().id()), named);
    office.timePasses(Duration.ofMinutes(1));
    assertThat(office.file()).isEqualTo(2);
    InvoiceView issued = office.see(red);
    assertThat(issued.row().status()).isEqualTo(InvoiceStatus.ISSUED);
    assertThat(issued.buyer()).isEqualTo(named);
    assertThat(received.get(received.size() - 1).get("blueNumber"))
        .isEqualTo(office.see(blue.row().id()).row().officialNumber());
    assertThat(received.get(received.size() - 1).get("total").toString()).isEqualTo("-9.90");
  }

  private void again(InvoiceView invoice, Buyer buyer) {
    office.in(
        desk -> {
          desk.issuing()
              .sendAgain(new SendInvoiceAgain(invoice.row().id(), invoice.row().version(), buyer));
          return null;
        });
  }
}
