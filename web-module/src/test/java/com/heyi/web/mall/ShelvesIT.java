package com.heyi.web.mall;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.testing.Answer;
import com.heyi.testing.Approvals;
import com.heyi.testing.Callers;
import com.heyi.testing.Customers;
import com.heyi.testing.Desk;
import com.heyi.testing.Mall;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Categories, variants and prices over real HTTP, and their pages in Chromium. */
class ShelvesIT {
  private static final String MALL = "/api/v1/mall";

  private final String mark = "I" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();

  @Test
  void anOfferWaitsForASecondPersonAndThenMakesThePriceOfTheOrder() {
    String sku = Mall.itemOnSale(1000, 5);
    Answer item = item(sku);
    String offer =
        "{\"label\": \"限时抢购\", \"price\": 600, \"until\": \"%s\"}"
            .formatted(Instant.now().plus(1, ChronoUnit.HOURS));
    String prices = Mall.ITEMS + "/" + item.text("id") + "/prices";
    Answer asked = Callers.admin().ifMatch(item.etag()).post(prices, offer);
    assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
    Approvals.settled(asked);

    Customers.Registered buyer = Customers.registered();
    Mall.grant(buyer, 5000);
    Answer order = Mall.placed(buyer, sku, 2);
    assertThat(order.json().path("total").asLong()).isEqualTo(1200);
    assertThat(order.json().at("/lines/0/offer").asText()).isEqualTo("限时抢购");

    Answer now = Callers.operator().get(prices);
    String id = now.json().at("/offers/0/id").asText();
    assertThat(now.json().at("/offers/0/state").asText()).isEqualTo("HOLDS");
    Answer ended = Callers.admin().post(prices + "/" + id + "/end", "");
    assertThat(ended.status()).as(ended.toString()).isEqualTo(200);
    assertThat(Callers.admin().post(prices + "/" + id + "/end", "").code()).isEqualTo("offer.over");
    assertThat(Callers.operator().ifMatch("\"0\"").post(prices, offer).status()).isEqualTo(403);
  }

  @Test
  void whatCostsMoneyTooIsRefusedByItsCodeUnlessItIsAgreedTo() {
    String sku = Mall.itemOnSale(10, 5);
    Answer item = item(sku);
    Approvals.settled(
        Callers.admin()
            .ifMatch(item.etag())
            .post(
                Mall.ITEMS + "/" + item.text("id") + "/prices",
                "{\"price\": 10, \"cash\": {\"amount\": 9.90, \"currency\": \"CNY\"}}"));
    Customers.Registered buyer = Customers.registered();
    Mall.grant(buyer, 50);
    Answer refused = Callers.operator().post(Mall.ORDERS, Mall.order(buyer, sku, 1));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("price.cash-differs");
    assertThat(refused.text("detail")).contains("9.9");
  }

  @Test
  void anOrderIsPaidInMoneyOnceHoweverOftenItIsSentAndGivenBackOnceWhenCancelled() {
    String sku = Mall.itemOnSale(10, 5);
    Answer item = item(sku);
    Approvals.settled(
        Callers.admin()
            .ifMatch(item.etag())
            .post(
                Mall.ITEMS + "/" + item.text("id") + "/prices",
                "{\"price\": 10, \"cash\": {\"amount\": 9.90, \"currency\": \"CNY\"}}"));
    Customers.Registered buyer = Customers.registered();
    Mall.grant(buyer, 50);
    String account = account(buyer);
    String body =
        """
        {"customerId": "%s", "lines": [{"sku": "%s", "quantity": 1}],
         "pay": {"amount": {"amount": 9.90, "currency": "CNY"}, "accountId": "%s"}}
        """
            .formatted(buyer.id(), sku, account);
    var twice = Callers.operator().withKey(UUID.randomUUID().toString());

    Answer order = twice.post(Mall.ORDERS, body);
    assertThat(order.status()).as(order.toString()).isEqualTo(201);
    assertThat(twice.post(Mall.ORDERS, body).text("id")).isEqualTo(order.text("id"));
    assertThat(order.json().at("/cash/amount").decimalValue()).isEqualByComparingTo("9.90");
    assertThat(order.json().at("/payments/0/tender").asText()).isEqualTo("ACCOUNT");
    assertThat(balance(account)).isEqualByComparingTo("40.10");

    var cancels = Callers.operator().ifMatch(order.etag()).withKey(UUID.randomUUID().toString());
    String cancellations = Mall.ORDERS + "/" + order.text("id") + "/cancellations";
    Answer cancelled = cancels.post(cancellations, "{\"reason\": \"changed his mind\"}");
    assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(200);
    assertThat(cancels.post(cancellations, "{\"reason\": \"changed his mind\"}").status())
        .isEqualTo(200);
    assertThat(cancelled.json().at("/payments/0/givenBack/amount").decimalValue())
        .isEqualByComparingTo("9.90");
    assertThat(balance(account)).isEqualByComparingTo("50.00");
  }

  /** An account of the customer with 50 yuan in it. */
  private static String account(Customers.Registered customer) {
    String version = Callers.operator().get(customer.path()).etag();
    Answer opened =
        Callers.operator()
            .ifMatch(version)
            .post(customer.path() + "/accounts", "{\"type\": \"I\"}");
    assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
    Answer filled =
        Callers.operator()
            .post(
                "/api/v1/accounts/" + opened.text("id") + "/movements",
                "{\"kind\": \"CASH_IN\", \"amount\": {\"amount\": 50, \"currency\": \"CNY\"}}");
    assertThat(filled.status()).as(filled.toString()).isEqualTo(201);
    return opened.text("id");
  }

  private static BigDecimal balance(String account) {
    return Callers.operator()
        .get("/api/v1/accounts/" + account + "/balance")
        .json()
        .at("/balance/amount")
        .decimalValue();
  }

  @Test
  void aFamilyStandsInTheWindowOnceAndFacetsCountIt() {
    merchandise();
    Answer shelf =
        Callers.branch("B0101").get(MALL + "/choosing/browse?category=" + mark + "&inStock=true");
    assertThat(shelf.status()).as(shelf.toString()).isEqualTo(200);
    assertThat(shelf.json().path("total").asLong()).isEqualTo(1);
    assertThat(shelf.json().at("/things/0/variants").asLong()).isEqualTo(2);
    assertThat(shelf.json().at("/categories/0/category").asText()).isEqualTo(mark + "-CUPS");
    assertThat(Callers.operator().get(MALL + "/choosing/browse?category=NOWHERE").code())
        .isEqualTo("category.unknown");
  }

  @Test
  void aMerchandiserBuildsTheTreeAndSeesAnItemWithItsVariantsAndPrices() {
    String id = merchandise();
    try (Desk desk = Desk.of("admin.li")) {
      desk.open("/mall/categories.xhtml?code=" + mark);
      desk.picture("mall-categories");
      desk.fill("category", "nameZhCn", "杯壶茶具");
      desk.click("category", "submit");
      desk.awaitPage("/mall/categories.xhtml");
      desk.page().locator(".ui-messages-info-summary").waitFor();
      assertThat(desk.page().locator("main").textContent()).contains("杯壶茶具");

      desk.open("/mall/item.xhtml?id=" + id);
      assertThat(desk.page().locator("main").textContent()).contains(mark + "-F", "白", "L");
      desk.picture("mall-item");
      assertThat(desk.complaints()).isEmpty();
    }
  }

  /** A category with one below it, in which a family of two variants stands; an id of one. */
  private String merchandise() {
    created("/categories", category(mark, null, "茶具"));
    created("/categories", category(mark + "-CUPS", mark, "杯子"));
    created(
        "/families",
        "{\"code\": \"%s-F\", \"name\": \"骨瓷马克杯\", \"options\": [\"颜色\", \"容量\"]}".formatted(mark));
    shelve("白", "S");
    return shelve("白", "L");
  }

  private String shelve(String... options) {
    Answer item = item(Mall.itemOnSale(100, 5));
    Answer shelved =
        Callers.admin()
            .ifMatch(item.etag())
            .put(
                Mall.ITEMS + "/" + item.text("id") + "/shelf",
                "{\"category\": \"%s-CUPS\", \"family\": \"%s-F\", \"options\": [\"%s\", \"%s\"]}"
                    .formatted(mark, mark, options[0], options[1]));
    assertThat(shelved.status()).as(shelved.toString()).isEqualTo(200);
    return item.text("id");
  }

  private static Answer item(String sku) {
    String id = Callers.admin().get(Mall.ITEMS + "?sku=" + sku).json().at("/items/0/id").asText();
    return Callers.admin().get(Mall.ITEMS + "/" + id);
  }

  private static void created(String path, String body) {
    Answer made = Callers.admin().post(MALL + path, body);
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
  }

  private static String category(String code, String parent, String name) {
    return """
    {"code": "%s", "parent": %s, "nameEn": "Tea", "nameZhCn": "%s", "nameZhTw": "%s",
     "position": 1, "retired": false}
    """
        .formatted(code, parent == null ? "null" : "\"" + parent + "\"", name, name);
  }
}
