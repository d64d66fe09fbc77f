package com.heyi.web.giftcards;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.testing.Answer;
import com.heyi.testing.Approvals;
import com.heyi.testing.Callers;
import com.heyi.testing.Client;
import com.heyi.testing.Customers;
import com.heyi.testing.Desk;
import com.heyi.testing.Mall;
import com.heyi.testing.Soap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Gift cards over real HTTP and SOAP, and their pages in Chromium. */
class GiftCardsIT {
  private static final String CARDS = "/api/v1/gift-cards";

  @Test
  void aCardIsIssuedOnceHoweverOftenItIsSentAndItsCodeIsToldOnce() {
    Client twice = Callers.operator().withKey(UUID.randomUUID().toString());
    Answer card = twice.post(CARDS, cash("30.00"));
    assertThat(card.status()).as(card.toString()).isEqualTo(201);
    assertThat(twice.post(CARDS, cash("30.00")).text("id")).isEqualTo(card.text("id"));

    Client hands = Callers.operator().ifMatch(card.etag()).withKey(UUID.randomUUID().toString());
    String path = CARDS + "/" + card.text("id");
    Answer handed = hands.post(path + "/hand-over", "");
    assertThat(handed.status()).as(handed.toString()).isEqualTo(200);
    assertThat(handed.text("code")).matches("([A-Z2-9]{4}-){3}[A-Z2-9]{4}");
    Answer again = hands.post(path + "/hand-over", "");
    assertThat(again.json().path("code").isNull()).as(again.toString()).isTrue();
    assertThat(again.json().at("/card/status").asText()).isEqualTo("ACTIVE");
    assertThat(Callers.auditor().get(path).body()).doesNotContain(handed.text("code"));
    assertThat(Callers.operator().get(CARDS + "/books").json().at("/wrongBalances").asInt())
        .isZero();
  }

  @Test
  void aLargeCardWaitsForASecondPerson() {
    Answer asked = Callers.operator().post(CARDS, cash("900.00"));
    assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
    assertThat(Approvals.approved(Approvals.waiting(asked))).startsWith("gift-card:");
  }

  @Test
  void aCardPaysForAnOrderInPartAndGetsItBackWhenCancelled() {
    String code = code("30.00");
    String sku = Mall.itemOnSale(10, 5);
    Answer item = Callers.operator().get(Mall.ITEMS + "?sku=" + sku);
    String itemId = item.json().at("/items/0/id").asText();
    Answer one = Callers.operator().get(Mall.ITEMS + "/" + itemId);
    Approvals.settled(
        Callers.admin()
            .ifMatch(one.etag())
            .post(
                Mall.ITEMS + "/" + itemId + "/prices",
                "{\"price\": 10, \"cash\": {\"amount\": 9.90, \"currency\": \"CNY\"}}"));
    Customers.Registered buyer = Customers.registered();
    Mall.grant(buyer, 50);
    String body =
        """
        {"customerId": "%s", "lines": [{"sku": "%s", "quantity": 2}],
         "pay": {"amount": {"amount": 19.80, "currency": "CNY"}, "card": {"code": "%s"}}}
        """
            .formatted(buyer.id(), sku, code);
    Client twice = Callers.operator().withKey(UUID.randomUUID().toString());
    Answer order = twice.post(Mall.ORDERS, body);
    assertThat(order.status()).as(order.toString()).isEqualTo(201);
    assertThat(twice.post(Mall.ORDERS, body).text("id")).isEqualTo(order.text("id"));
    assertThat(order.json().at("/payments/0/tender").asText()).isEqualTo("GIFT_CARD");
    assertThat(left(code)).isEqualTo("10.20");

    Answer cancelled =
        Callers.operator()
            .ifMatch(order.etag())
            .post(
                Mall.ORDERS + "/" + order.text("id") + "/cancellations",
                "{\"reason\": \"changed his mind\"}");
    assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(200);
    assertThat(left(code)).isEqualTo("30.00");
  }

  @Test
  void aBranchIssuesAndHandsOverBySoapAndIsKeptOutAfterTooManyWrongCodes() {
    Client branch = Callers.branch("B0101");
    Answer issued =
        Soap.call(
            branch,
            "issueGiftCard",
            Soap.key(),
            Soap.element("amount", "20.00"),
            Soap.element("funding", "CASH"));
    assertThat(issued.status()).as(issued.toString()).isEqualTo(200);
    String id = between(issued.body(), "<cardId>", "</cardId>");
    Answer handed =
        Soap.call(
            branch,
            "handOverGiftCard",
            Soap.key(),
            Soap.element("cardId", id),
            Soap.element("expectedVersion", between(issued.body(), "<version>", "</version>")));
    String code = between(handed.body(), "<code>", "</code>");
    assertThat(Soap.call(branch, "getGiftCardBalance", Soap.element("code", code)).body())
        .contains("<balance>20.00</balance>");
    assertThat(Callers.branch("B0102").get(CARDS + "/" + id).status()).isEqualTo(403);

    Client other = Callers.branch("B0102");
    for (int tries = 0; tries < 10; tries++) {
      assertThat(other.post(CARDS + "/balance", "{\"code\": \"WRONG\"}").code())
          .isEqualTo("gift-card.code-unknown");
    }
    Answer locked = other.post(CARDS + "/balance", "{\"code\": \"" + code + "\"}");
    assertThat(locked.status()).isEqualTo(429);
    assertThat(locked.code()).isEqualTo("gift-card.code-locked");
  }

  @Test
  void aClerkIssuesACardHandsItOverAndAsksWhatIsLeftByPage() {
    try (Desk desk = Desk.of("operator.wang")) {
      desk.open("/giftcards/issue.xhtml");
      desk.type("issue", "amount", "50.00");
      desk.picture("gift-card-issue");
      desk.click("issue", "submit");
      desk.awaitPage("/giftcards/card.xhtml");
      desk.click("handOver", "submit");
      desk.page().locator("#code").waitFor();
      String code = desk.page().locator("#code").textContent();
      assertThat(code).matches("([A-Z2-9]{4}-){3}[A-Z2-9]{4}");
      desk.awaitText("[id='facts']", "可用");
      desk.picture("gift-card");
      desk.page().reload();
      assertThat(desk.page().locator("#code").count()).as("shown once").isZero();

      desk.open("/giftcards/list.xhtml");
      desk.fill("ask", "code", code);
      desk.click("ask", "submit");
      desk.awaitText("[id='ask']", "50.00");
      desk.picture("gift-cards");
      assertThat(desk.complaints()).isEmpty();
    }
    try (Desk desk = Desk.of("admin.li")) {
      desk.open("/giftcards/rules.xhtml");
      desk.picture("gift-card-rules");
      assertThat(desk.complaints()).isEmpty();
    }
  }

  /** A new card of so many yuan, handed over; answers its code. */
  private static String code(String amount) {
    Answer card = Callers.operator().post(CARDS, cash(amount));
    assertThat(card.status()).as(card.toString()).isEqualTo(201);
    return Callers.operator()
        .ifMatch(card.etag())
        .post(CARDS + "/" + card.text("id") + "/hand-over", "")
        .text("code");
  }

  private static String left(String code) {
    return Callers.operator()
        .post(CARDS + "/balance", "{\"code\": \"" + code + "\"}")
        .json()
        .at("/balance/amount")
        .decimalValue()
        .setScale(2)
        .toPlainString();
  }

  private static String cash(String amount) {
    return "{\"amount\": {\"amount\": %s, \"currency\": \"CNY\"}, \"funding\": \"CASH\"}"
        .formatted(amount);
  }

  private static String between(String text, String from, String to) {
    int at = text.indexOf(from) + from.length();
    return text.substring(at, text.indexOf(to, at));
  }
}
