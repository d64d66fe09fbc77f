package com.heyi.web.menu;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.shared.value.Ids;
import com.heyi.testing.Answer;
import com.heyi.testing.Callers;
import com.heyi.testing.Client;
import com.heyi.testing.Customers;
import com.heyi.testing.Desk;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** A personal menu over real HTTP: by REST, by SOAP and on the pages. */
class MenuIT {
  private static final String SOAP =
      "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\""
          + " xmlns:h=\"urn:heyi:branch:1\"><s:Body>%s</s:Body></s:Envelope>";

  @Test
  void whatHeUsesComesFirstWithItsReasonByRestAndSoap() {
    Customers.Registered customer = Customers.registered("B0101");
    String use = use("CARD_REPAYMENT", "OK", "null", "null", 60);
    String body = uses(use, use("CARD_REPAYMENT", "OK", "null", "null", 50));

    Answer taken = Callers.branch("B0101").post(customer.path() + "/menu/uses", body);
    assertThat(taken.status()).as(taken.toString()).isEqualTo(200);
    assertThat(taken.json().path("taken").asInt()).isEqualTo(2);
    Answer again = Callers.branch("B0101").post(customer.path() + "/menu/uses", uses(use));
    assertThat(again.json().path("known").asInt()).isEqualTo(1);

    Answer menu = Callers.operator().get(customer.path() + "/menu?channel=APP&places=5");
    assertThat(menu.status()).as(menu.toString()).isEqualTo(200);
    assertThat(menu.json().path("places")).hasSize(5);
    assertThat(menu.json().at("/places/0/function").asText()).isEqualTo("CARD_REPAYMENT");
    assertThat(menu.json().at("/places/0/because").asText()).isNotBlank();
    assertThat(Callers.branch("B0102").get(customer.path() + "/menu?channel=APP").code())
        .isEqualTo("auth.other-branch");
    assertThat(Callers.operator().get(customer.path() + "/menu?channel=TV").status())
        .isEqualTo(400);
    Answer none = Callers.operator().get(customer.path() + "/menu");
    assertThat(none.json().toString()).contains("channel");

    Answer soap =
        soap(
            Callers.branch("B0101"),
            "<h:getCustomerMenu><customerId>%s</customerId><channel>COUNTER</channel>"
                    .formatted(customer.id())
                + "</h:getCustomerMenu>");
    assertThat(soap.status()).as(soap.toString()).isEqualTo(200);
    assertThat(soap.body()).contains("<function>CARD_REPAYMENT</function>", "OFTEN");
  }

  @Test
  void preferencesHaveAnETagAndAreKeptBySoapToo() {
    Customers.Registered customer = Customers.registered("B0101");
    String path = customer.path() + "/menu/preference";
    Answer none = Callers.branch("B0101").get(path);
    assertThat(none.etag()).isEqualTo("\"0\"");
    String wanted =
        """
        {"leftHanded": true, "largeText": true, "language": "en", "pins": ["LOAN"], "hides": []}
        """;
    Answer set = Callers.branch("B0101").ifMatch("\"0\"").put(path, wanted);
    assertThat(set.status()).as(set.toString()).isEqualTo(200);
    assertThat(Callers.branch("B0101").ifMatch("\"0\"").put(path, wanted).status()).isEqualTo(412);

    Answer soap =
        soap(
            Callers.branch("B0101"),
            """
            <h:setMenuPreference><requestId>%s</requestId><customerId>%s</customerId>
            <expectedVersion>1</expectedVersion><leftHanded>true</leftHanded>
            <largeText>false</largeText><pin>PENSION</pin><pin>LOAN</pin></h:setMenuPreference>
            """
                .formatted(Ids.next(), customer.id()));
    assertThat(soap.status()).as(soap.toString()).isEqualTo(200);
    Answer menu = Callers.operator().get(customer.path() + "/menu?channel=APP");
    assertThat(menu.json().at("/places/0/function").asText()).isEqualTo("PENSION");
    assertThat(menu.json().at("/places/0/reason").asText()).isEqualTo("PINNED");
    assertThat(menu.json().path("language").asText()).isEqualTo("en");
  }

  @Test
  void thePagesShowFunctionsMenusAndWhoIsStuck() {
    Customers.Registered customer = Customers.registered("B0101");
    String journey = Ids.next().toString();
    Answer stuck =
        Callers.operator()
            .post(
                customer.path() + "/menu/uses",
                uses(
                    use("TRANSFER", "FAILED", quoted(journey), "\"SMS_CODE\"", 5),
                    use("TRANSFER", "FAILED", quoted(journey), "\"SMS_CODE\"", 4),
                    use("TRANSFER", "FAILED", quoted(journey), "\"SMS_CODE\"", 3),
                    use("BALANCE", "OK", "null", "null", 2),
                    use("UTILITY_BILL", "ABANDONED", quoted(Ids.next().toString()), "\"PAY\"", 1)));
    assertThat(stuck.json().path("help")).as(stuck.toString()).hasSize(1);

    try (Desk operator = Desk.of("operator.wang")) {
      operator.open("/menu/customer.xhtml?id=" + customer.id());
      assertThat(operator.page().locator(".hy-phone").count()).isEqualTo(3);
      assertThat(operator.page().locator(".hy-phone-help").count()).isEqualTo(3);
      operator.picture("menu-customer");
      operator.page().locator("[id$='leftHanded'] .ui-chkbox-box").click();
      operator.page().locator("[id$='largeText'] .ui-chkbox-box").click();
      operator.click("preference", "save");
      operator.page().locator(".hy-phone.is-left.is-large").first().waitFor();
      operator.picture("menu-customer-left-large");

      operator.open("/menu/failing.xhtml?function=TRANSFER&status=OFFERED");
      assertThat(operator.page().locator("main").textContent()).contains("SMS_CODE");
      operator.picture("menu-failing");
      operator.page().locator("[id='list:table'] button").first().click();
      operator.page().locator(".ui-messages-info").first().waitFor();
    }
    try (Desk admin = Desk.of("admin.li")) {
      admin.open("/menu/functions.xhtml");
      admin.picture("menu-functions");
      admin.open("/menu/functions.xhtml?code=LOAN");
      admin.fill("function", "nameEn", "Loans");
      admin.click("function", "save");
      admin.page().locator(".ui-messages-info").first().waitFor();
      assertThat(Callers.admin().get("/api/v1/menu/functions/LOAN").text("nameEn"))
          .isEqualTo("Loans");
      admin.picture("menu-function-changed");
    }
  }

  private static String use(
      String function, String outcome, String journey, String step, int minutesAgo) {
    return """
    {"id": "%s", "channel": "APP", "function": "%s", "at": "%s", "outcome": "%s",
     "journey": %s, "step": %s}
    """
        .formatted(
            Ids.next(),
            function,
            Instant.now().minus(minutesAgo, ChronoUnit.MINUTES),
            outcome,
            journey,
            step);
  }

  private static String uses(String... uses) {
    return "{\"uses\": [" + String.join(", ", uses) + "]}";
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  private static Answer soap(Client client, String operation) {
    return client.post(
        "/soap/branch",
        SOAP.formatted(operation).getBytes(StandardCharsets.UTF_8),
        "text/xml;charset=UTF-8");
  }
}
