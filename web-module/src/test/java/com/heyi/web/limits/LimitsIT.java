package com.heyi.web.limits;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.testing.Answer;
import com.heyi.testing.Callers;
import com.heyi.testing.Client;
import com.heyi.testing.KeycloakAdmin;
import com.heyi.testing.RunningHeyi;
import com.heyi.testing.Session;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The limits of calls and bytes over HTTP. The suite gives one account and some addresses budgets
 * of a few calls ({@link RunningHeyi#FEW_CALLS}) and believes in forwarded addresses from this
 * machine, so that no other test runs into a limit.
 */
class LimitsIT {
  private static final String PASSWORD = "Limited-person-1!";
  private static final String ME = "/api/v1/me";
  private static String userId;

  @BeforeAll
  static void aPersonWithSmallBudgets() {
    userId = KeycloakAdmin.person(RunningHeyi.FEW_CALLS, PASSWORD, "operator", "head-office-admin");
  }

  @AfterAll
  static void isGoneAfterwards() {
    KeycloakAdmin.remove(userId);
  }

  private static Client limited() {
    return Client.bearing(RunningHeyi.get().tokens().ofUser(RunningHeyi.FEW_CALLS, PASSWORD));
  }

  @Test
  void readsChangesAndUploadsHaveABudgetEach() {
    Client client = limited().speaking("en");
    Answer first = client.get(ME);
    assertThat(first.headerText("RateLimit-Policy")).matches("\"reads\";q=12;w=60");
    assertThat(first.headerText("RateLimit")).matches("\"reads\";r=\\d+;t=\\d+");
    Answer refused = first;
    for (int i = 0; i < 14 && refused.status() == 200; i++) {
      refused = client.get(ME);
    }
    tooMany(refused, "reads");
    assertThat(refused.text("detail")).contains("try again in");

    Answer change = client.post("/api/v1/customers", "{}");
    assertThat(change.status()).isEqualTo(400);
    for (int i = 0; i < 14 && change.status() == 400; i++) {
      change = client.post("/api/v1/customers", "{}");
    }
    tooMany(change, "changes");

    Answer upload = client.post("/api/v1/imports?kind=none&filename=x", new byte[1], "text/csv");
    assertThat(upload.status()).as(upload.toString()).isNotEqualTo(429);
    for (int i = 0; i < 6 && upload.status() != 429; i++) {
      upload = client.post("/api/v1/imports?kind=none&filename=x", new byte[1], "text/csv");
    }
    tooMany(upload, "uploads");

    // Others are not touched, and SOAP and pages count with the same account.
    assertThat(Callers.operator().get(ME).status()).isEqualTo(200);
    String envelope =
        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"
            + "<h:whoAmI xmlns:h=\"urn:heyi:branch:1\"/></s:Body></s:Envelope>";
    Answer soap =
        client.post(
            "/soap/branch", envelope.getBytes(StandardCharsets.UTF_8), "text/xml;charset=UTF-8");
    assertThat(soap.status()).isEqualTo(429);
    assertThat(soap.body()).contains("<code>request.too-many</code>").contains("Fault");
    assertThat(soap.headerText("Retry-After")).matches("[1-9]\\d*");
  }

  @Test
  void signedOutCallsAreCountedByAddressAndAPersonIsToldKindly() {
    Client stranger = Client.nobody().with("X-Forwarded-For", "203.0.113.50");
    Answer answer = stranger.get(ME);
    assertThat(answer.status()).isEqualTo(401);
    for (int i = 0; i < 12 && answer.status() == 401; i++) {
      answer = stranger.get(ME);
    }
    tooMany(answer, "signed-out");

    Answer forged = Client.bearing("a.b.c").with("X-Forwarded-For", "203.0.113.50").get(ME);
    assertThat(forged.status()).isEqualTo(429);
    Answer page = stranger.with("Accept-Language", "zh-CN").get("/");
    assertThat(page.status()).isEqualTo(429);
    assertThat(page.headerText("Content-Type")).startsWith("text/html");
    assertThat(page.body()).contains("请求过于频繁").contains("</html>");

    // A good token is let in from there all the same, and so is a stranger from elsewhere.
    assertThat(Callers.operator().with("X-Forwarded-For", "203.0.113.50").get(ME).status())
        .isEqualTo(200);
    assertThat(Client.nobody().with("X-Forwarded-For", "203.0.113.99").get(ME).status())
        .isEqualTo(401);
  }

  @Test
  void whatIsOpenToAllIsCountedByAddress() {
    Client stranger = Client.nobody().with("X-Forwarded-For", "203.0.113.51");
    Answer answer = stranger.get("/signed-out");
    assertThat(answer.status()).isEqualTo(200);
    for (int i = 0; i < 12 && answer.status() == 200; i++) {
      answer = stranger.get("/signed-out");
    }
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.headerText("RateLimit-Policy")).startsWith("\"open\";");

    // Whoever watches the server from there still sees that it lives, up to a budget of its own.
    Answer health = stranger.get("/health/live");
    assertThat(health.status()).isEqualTo(200);
    for (int i = 0; i < 12 && health.status() == 200; i++) {
      health = stranger.get("/health/live");
    }
    assertThat(health.status()).isEqualTo(429);
    assertThat(health.headerText("RateLimit-Policy")).startsWith("\"health\";");
  }

  @Test
  void aFormThatIsTooLongIsRefusedBeforeAnybodyReadsIt() {
    Session newcomer = Session.of("newcomer.sun");
    String long1 = "x=" + "a".repeat(1024 * 1024 + 1);
    String form = "application/x-www-form-urlencoded";
    assertThat(newcomer.send("POST", "/index.xhtml", long1, form, Map.of()).status())
        .isEqualTo(413);
    String multipart = "multipart/form-data; boundary=b";
    // Only who may import may send a page anything longer, and only to the page of imports.
    assertThat(newcomer.send("POST", "/imports/list.xhtml", long1, multipart, Map.of()).status())
        .isEqualTo(413);
    assertThat(
            Session.of("operator.wang")
                .send("POST", "/accounts/list.xhtml", long1, multipart, Map.of())
                .status())
        .isEqualTo(413);
    assertThat(
            Session.signedOut()
                .send("POST", "/imports/list.xhtml", long1, multipart, Map.of())
                .status())
        .isEqualTo(413);
    assertThat(Session.signedOut().send("POST", "/", "x=1", form, Map.of()).headerText("Location"))
        .contains("openid-connect");
  }

  @Test
  void deepJsonAndLongNumbersAreRefused() {
    String deep = "{\"name\":".repeat(40) + "1" + "}".repeat(40);
    Answer nested =
        Callers.operator().post("/api/v1/mall/orders", "{\"lines\":" + "[".repeat(100_000));
    assertThat(nested.status()).as(nested.toString()).isEqualTo(400);
    assertThat(Callers.operator().post("/api/v1/customers", deep).status()).isEqualTo(400);
    Answer number =
        Callers.admin()
            .post(
                "/api/v1/mall/items",
                "{\"sku\":\"x\",\"name\":\"x\",\"price\":" + "9".repeat(60) + ",\"stock\":1}");
    assertThat(number.status()).as(number.toString()).isEqualTo(400);
  }

  @Test
  void headersThatAreTooLongAreRefused() {
    Answer answer = Callers.operator().with("X-Long", "a".repeat(100_000)).get(ME);
    assertThat(answer.status()).as(answer.toString()).isBetween(400, 431);
    assertThat(answer.body()).doesNotContain("Exception").doesNotContain("Grizzly");
  }

  private static void tooMany(Answer answer, String budget) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(429);
    assertThat(answer.headerText("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.code()).isEqualTo("request.too-many");
    assertThat(answer.headerText("Retry-After")).matches("[1-9]\\d*");
    assertThat(answer.headerText("RateLimit-Policy")).startsWith("\"" + budget + "\";q=");
    assertThat(answer.headerText("RateLimit")).startsWith("\"" + budget + "\";r=0;");
    assertThat(UUID.fromString(answer.headerText("X-Request-Id"))).isNotNull();
  }
}
