package com.heyi.web.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.heyi.testing.Answer;
import com.heyi.testing.Approvals;
import com.heyi.testing.Callers;
import com.heyi.testing.Cases;
import com.heyi.testing.Desk;
import com.microsoft.playwright.Locator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reports and returns over HTTP and by page. */
class ReportsIT {
  private static final String PATH = "/api/v1/complaint-reports";
  private static final String RETURNS = "/api/v1/complaint-returns";
  private static final String PRODUCT = "报表产品" + UUID.randomUUID().toString().substring(0, 6);
  private static final String NAMED =
      "product=" + URLEncoder.encode(PRODUCT, StandardCharsets.UTF_8);

  @BeforeAll
  static void threeComplaints() {
    for (String channel : new String[] {"COUNTER", "APP", "APP"}) {
      Answer recorded =
          Callers.operator()
              .post(
                  "/api/v1/complaints",
                  """
                  {"channel": "%s", "complainantName": "李娜", "complainantContact": "13800138000",
                   "branch": "B0101", "product": "%s", "narrative": "多收了年费"}
                  """
                      .formatted(channel, PRODUCT));
      assertThat(recorded.status()).as(recorded.toString()).isEqualTo(201);
    }
  }

  @Test
  void everyReportAnswersAndItsFiguresAreAsLongAsTheirLists() {
    JsonNode table = Callers.handler().get(PATH + "/table?by=channel&" + NAMED).json();
    assertThat(table.path("total").path("received").asLong()).isEqualTo(3);
    assertThat(table.path("rows").get(1).path("key").asText()).isEqualTo("APP");
    Answer app =
        Callers.handler()
            .get(
                PATH
                    + "/cases?measure=OPEN&channel=APP&from="
                    + LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(30)
                    + "&to="
                    + LocalDate.now(ZoneId.of("Asia/Shanghai"))
                    + "&"
                    + NAMED);
    assertThat(app.json().path("items").size())
        .as(app.toString())
        .isEqualTo(table.path("rows").get(1).path("counts").path("open").asInt());
    JsonNode map = Callers.auditor().get(PATH + "/heat-map?" + NAMED).json();
    assertThat(map.path("rows").get(0).path("cases").get(0).asLong()).isEqualTo(3);
    JsonNode ageing = Callers.admin().get(PATH + "/ageing?" + NAMED).json();
    assertThat(ageing.path("cells").get(0).path("cases").asLong()).isEqualTo(3);
    assertThat(
            Callers.branch("B0102")
                .get(PATH + "/table?" + NAMED)
                .json()
                .path("total")
                .path("received")
                .asLong())
        .isZero();
    assertThat(Callers.handler().get(PATH + "/table?by=colour").code())
        .isEqualTo("paging.filter-value");
    assertThat(Callers.operator().get(PATH + "/table").status()).isEqualTo(403);
  }

  @Test
  void aFileIsInTheTrailWithItsHashBeforeItIsHandedOver() {
    for (String file : new String[] {"table", "heat-map", "ageing", "satisfaction"}) {
      for (String format : new String[] {"xlsx", "pdf", "csv"}) {
        Answer made =
            Callers.handler().get(PATH + "/" + file + "/file?format=" + format + "&" + NAMED);
        assertThat(made.status()).as(file + " " + format).isEqualTo(200);
        assertThat(made.headerText("Content-Disposition")).contains("." + format);
      }
    }
    JsonNode rows = Callers.auditor().get("/api/v1/audit?action=report.export&limit=12").json();
    assertThat(rows.path("items").size()).as(rows.toString()).isEqualTo(12);
    assertThat(rows.toString())
        .contains(
            "report:heat-map",
            "report:ageing",
            "report:by-branch",
            "report:satisfaction-by-branch");
  }

  @Test
  void whatComplainantsAnsweredIsCountedShownAndExported() {
    String product = "满意度产品" + UUID.randomUUID().toString().substring(0, 6);
    String named = "product=" + URLEncoder.encode(product, StandardCharsets.UTF_8);
    for (int satisfaction : new int[] {5, 5, 4, 2, 1}) {
      answered(product, satisfaction);
    }
    JsonNode table = Callers.handler().get(PATH + "/satisfaction?by=level&" + named).json();
    JsonNode total = table.path("total");
    assertThat(total.path("answered").asLong()).as(table.toString()).isEqualTo(5);
    assertThat(total.path("reached").asLong()).isEqualTo(5);
    assertThat(total.path("responseRate").asInt()).isEqualTo(1000);
    assertThat(total.path("satisfied").asInt()).isEqualTo(600);
    assertThat(total.path("meanSatisfaction").decimalValue()).isEqualByComparingTo("3.40");
    assertThat(table.at("/rows/0/key").asText()).isEqualTo("BRANCH");
    assertThat(
            Callers.branch("B0102")
                .get(PATH + "/satisfaction?" + named)
                .json()
                .at("/total/asked")
                .asLong())
        .isZero();
    assertThat(Callers.operator().get(PATH + "/satisfaction").status()).isEqualTo(403);
    try (Desk handler = Desk.of("handler.zhao")) {
      handler.open("/complaints/reports.xhtml?by=CHANNEL&" + named);
      handler.picture("complaint-satisfaction");
      Locator figure =
          handler.page().locator("[id='satisfaction'] tbody tr").first().locator("td a").nth(2);
      assertThat(figure.textContent().strip()).isEqualTo("5");
      figure.click();
      handler.awaitPage("/learning/surveys.xhtml");
      assertThat(handler.page().locator("[id='list'] tbody tr").count()).isEqualTo(5);
      handler.picture("complaint-surveys");
    }
  }

  private static void answered(String product, int satisfaction) {
    Answer at =
        Callers.operator()
            .post(
                "/api/v1/complaints",
                """
                {"channel": "COUNTER", "complainantName": "李娜", "complainantContact": "13800138000",
                 "branch": "B0101", "product": "%s", "narrative": "多收了年费"}
                """
                    .formatted(product));
    at = step(at, "acceptance", "{\"complexity\": \"SIMPLE\"}");
    at =
        step(
            at,
            "analysis",
            "{\"cause\": \"DISCLOSURE\", \"department\": \"信用卡中心\", \"finding\": \"未提示\"}");
    at = step(at, "handling", "{\"resolution\": \"EXPLANATION\", \"measures\": \"说明\"}");
    Cases.addressed(at.text("id"));
    at = step(at, "feedback", "{\"answerChannel\": \"HOTLINE\", \"answer\": \"已说明\"}");
    at = step(at, "closure", "{\"rootCause\": \"开卡页面没有说明\"}");
    Answer entered =
        Callers.operator()
            .post(
                "/api/v1/surveys",
                """
                {"complaintId": "%s", "satisfaction": %d, "effort": %d, "remark": "说明得很清楚"}
                """
                    .formatted(at.text("id"), satisfaction, satisfaction + 2));
    assertThat(entered.status()).as(entered.toString()).isEqualTo(200);
  }

  private static Answer step(Answer seen, String step, String body) {
    Answer after =
        Callers.handler()
            .ifMatch(seen.etag())
            .post("/api/v1/complaints/" + seen.text("id") + "/" + step, body);
    assertThat(after.status()).as(after.toString()).isEqualTo(200);
    return after;
  }

  @Test
  void aReturnIsFrozenByOneAndSubmittedByTwo() {
    LocalDate before = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusMonths(3);
    String quarter = before.getYear() + "Q" + ((before.getMonthValue() + 2) / 3);
    Answer prepared = Callers.admin().post(RETURNS, "{\"quarter\": \"%s\"}".formatted(quarter));
    assertThat(prepared.status()).as(prepared.toString()).isEqualTo(200);
    String id = prepared.json().path("row").path("id").asText();
    String hash = prepared.json().path("row").path("sha256").asText();
    Answer waits =
        Callers.admin()
            .post(RETURNS + "/" + id + "/submission", "{\"sha256\": \"%s\"}".formatted(hash));
    assertThat(waits.status()).as(waits.toString()).isEqualTo(202);
    assertThat(
            Callers.auditor()
                .get(RETURNS + "/" + id)
                .json()
                .path("row")
                .path("submittedAt")
                .isNull())
        .isTrue();
    Approvals.approved(Approvals.waiting(waits));
    JsonNode submitted = Callers.auditor().get(RETURNS + "/" + id).json();
    assertThat(submitted.path("row").path("submittedBy").asText()).isEqualTo("admin.li");
    assertThat(submitted.path("lines")).isEqualTo(prepared.json().path("lines"));
    assertThat(Callers.auditor().get(RETURNS + "/" + id + "/file?format=pdf").status())
        .isEqualTo(200);
    try (Desk admin = Desk.of("admin.li")) {
      admin.open("/complaints/returns.xhtml");
      admin.picture("complaint-returns");
      admin.open("/complaints/return.xhtml?id=" + id);
      assertThat(admin.page().content()).contains(hash);
      admin.picture("complaint-return");
    }
  }

  @Test
  void aFigureOnThePageLeadsToAsManyCases() {
    try (Desk handler = Desk.of("handler.zhao")) {
      handler.open("/complaints/reports.xhtml");
      handler.picture("complaint-reports");
      handler.open("/complaints/reports.xhtml?by=CHANNEL&" + NAMED);
      Locator figure =
          handler.page().locator("[id='table'] tbody tr").nth(1).locator("td a").first();
      assertThat(figure.textContent().strip()).isEqualTo("2");
      figure.click();
      handler.awaitPage("/complaints/report-cases.xhtml");
      assertThat(handler.page().locator("[id='list'] tbody tr").count()).isEqualTo(2);
      handler.picture("complaint-report-cases");
      handler.open("/complaints/reports.xhtml?from=yesterday");
      assertThat(handler.page().locator("main").textContent()).contains("yesterday");
    }
  }
}
