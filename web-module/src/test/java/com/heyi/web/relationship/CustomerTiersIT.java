package com.heyi.web.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.heyi.testing.Answer;
import com.heyi.testing.Approvals;
import com.heyi.testing.Callers;
import com.heyi.testing.Desk;
import com.heyi.testing.Imports;
import com.heyi.testing.RunningHeyi;
import com.heyi.testing.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Customers of the card centre are placed in tiers by the batch, over real HTTP and by page. */
class CustomerTiersIT {
  private static final String PATH = "/api/v1/customer-tiers";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

  @Test
  void theBatchPlacesCustomersAndEverybodySeesWhy() throws IOException {
    String csv =
        Files.readString(RunningHeyi.get().home().demoData().resolve("bank-customers.csv"));
    Imports.finished("bank-customers", csv);
    everybodyIsPlaced();

    JsonNode golden =
        Callers.operator()
            .get(PATH + "/standings?tier=GOLD&sort=-activity&limit=1")
            .json()
            .at("/items/0");
    assertThat(golden.path("figures").path("activity").asLong()).isGreaterThanOrEqualTo(60);
    String customer = PATH + "/of-customer/" + golden.path("customerId").asText();
    Answer standing = Callers.auditor().get(customer);
    assertThat(standing.json().path("next").asText()).isEqualTo("PLATINUM");
    Answer tried = Callers.admin().post(PATH + "/rules/dry-run", rules());
    assertThat(tried.status()).as(tried.toString()).isEqualTo(200);
    assertThat(tried.json().path("falls").asLong()).isPositive();

    Answer waits =
        Callers.operator()
            .ifMatch(standing.etag())
            .post(
                customer + "/by-hand",
                "{\"tier\": \"PRIVATE\", \"until\": \"%s\", \"reason\": \"行长推荐\"}"
                    .formatted(TODAY.plusDays(30)));
    assertThat(waits.status()).as(waits.toString()).isEqualTo(202);
    Approvals.settled(waits);
    assertThat(Callers.operator().get(customer).json().path("tier").asText()).isEqualTo("PRIVATE");
    assertThat(Callers.handler().get(customer).code()).isEqualTo("auth.forbidden");

    pages(golden.path("customerId").asText());
  }

  private static void everybodyIsPlaced() {
    Answer started = Callers.operator().post(PATH + "/evaluations", "{}");
    assertThat(started.status()).as(started.toString()).isIn(202, 409, 422);
    Waiting.until(
        120,
        () ->
            Callers.auditor().get(PATH + "/evaluations").json().at("/items/0/run/status").asText(),
        "FINISHED"::equals);
    assertThat(Callers.operator().post(PATH + "/evaluations", "{}").code())
        .isEqualTo("relationship.all-placed");
  }

  private static void pages(String customer) {
    try (Desk desk = Desk.of("operator.wang")) {
      desk.open("/relationship/tiers.xhtml?rising=yes&sort=-assets");
      desk.page().locator("main h1").waitFor();
      desk.picture("tiers");
      desk.open("/relationship/standing.xhtml?id=" + customer);
      desk.page().locator("main h1").waitFor();
      assertThat(desk.page().locator("main").textContent()).contains("私人银行客户", "行长推荐");
      desk.picture("tier-standing");
    }
    try (Desk desk = Desk.of("admin.li")) {
      desk.open("/relationship/rules.xhtml");
      desk.type("rules", "graceDays", "10");
      desk.fill("rules", "validFrom", TODAY.plusDays(1).toString());
      desk.page().keyboard().press("Escape");
      desk.fill("rules", "source", "零售业务部");
      desk.click("rules", "try");
      desk.page().getByText(Desk.text("page.tiers.customers")).first().waitFor();
      desk.picture("tier-rules");
    }
  }

  private static String rules() {
    return """
    {"validFrom": "%s", "graceDays": 30, "activityMonths": 12, "nearPercent": 80,
     "source": "零售业务部", "tiers": [
      {"code": "ORDINARY", "rank": 0, "nameZhCn": "普通客户", "nameZhTw": "一般客戶",
       "nameEn": "Ordinary", "demands": "ANY"},
      {"code": "GOLD", "rank": 1, "nameZhCn": "金卡客户", "nameZhTw": "金卡客戶",
       "nameEn": "Gold", "demands": "ANY", "activity": 100000}]}
    """
        .formatted(TODAY.plusDays(1));
  }
}
