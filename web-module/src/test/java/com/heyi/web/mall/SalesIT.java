package com.heyi.web.mall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.heyi.testing.Answer;
import com.heyi.testing.Callers;
import com.heyi.testing.Customers;
import com.heyi.testing.Desk;
import com.heyi.testing.Mall;
import com.microsoft.playwright.Download;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sales report over HTTP and in the browser. */
class SalesIT {
  private static final String SALES = "/api/v1/mall/sales";
  private static final String LIABILITY = "/api/v1/mall/liability";

  @Test
  void theReportCountsTheOrdersOfItsListAndItsFactorsMakeTheLedger() {
    Customers.Registered customer = Customers.registered();
    Mall.grant(customer, 900);
    Mall.placed(customer, Mall.itemOnSale(300, 5), 2);
    String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();

    JsonNode total = sales("?from=" + today + "&to=" + today).path("total");
    assertThat(total.path("orders").asLong()).isPositive();
    assertThat(total.path("value").asLong()).isEqualTo(total.path("booked").asLong());
    JsonNode everything = sales("?from=2010-01-01").path("total");
    assertThat(everything.path("value").asLong())
        .isGreaterThanOrEqualTo(600)
        .isEqualTo(everything.path("booked").asLong());
  }

  @Test
  void everyFigureLeadsToWhatItCountsAndGoesIntoAFileThatTheTrailKeeps() {
    Customers.Registered customer = Customers.registered();
    Mall.grant(customer, 900);
    String sku = Mall.itemOnSale(300, 5);
    String order = Mall.placed(customer, sku, 2).text("number");
    String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    String day = "from=" + today + "&to=" + today;

    long ordered = sales("?" + day).path("funnel").path("ordered").asLong();
    assertThat(all(SALES + "/members?step=ORDERED&limit=200&" + day))
        .hasSize((int) ordered)
        .anySatisfy(
            one -> {
              assertThat(one.path("customerNumber").asText()).isEqualTo(customer.number());
              assertThat(one.path("value").asLong()).isEqualTo(600);
            });
    assertThat(all("/api/v1/mall/orders?sku=" + sku + "&" + day))
        .singleElement()
        .extracting(one -> one.path("number").asText())
        .isEqualTo(order);
    assertThat(Callers.operator().get(SALES + "/members?step=RICH").code())
        .isEqualTo("paging.filter-value");
    assertThat(Callers.operator().get(SALES + "/members?colour=red").code())
        .isEqualTo("paging.filter-unknown");
    assertThat(Callers.branch("B0101").get(SALES + "/members").status()).isEqualTo(403);

    for (String file : new String[] {"months", "funnel", "items", "branches"}) {
      for (String format : new String[] {"xlsx", "csv"}) {
        Answer made =
            Callers.auditor().get(SALES + "/" + file + "/file?format=" + format + "&" + day);
        assertThat(made.status()).as(file + " " + format).isEqualTo(200);
        assertThat(made.headerText("Content-Disposition")).contains("." + format);
      }
    }
    assertThat(Callers.operator().get(SALES + "/items/file?format=csv&" + day).body())
        .contains(sku, "600");
    assertThat(Callers.operator().get(SALES + "/items/file?format=docx").code())
        .isEqualTo("paging.filter-value");
    JsonNode kept = Callers.auditor().get("/api/v1/audit?action=sales.export&limit=9").json();
    assertThat(kept.path("items").size()).as(kept.toString()).isEqualTo(9);
    assertThat(kept.toString())
        .contains(
            "mall-figures:sales-months",
            "mall-figures:sales-funnel",
            "mall-figures:sales-items",
            "mall-figures:sales-branches");
  }

  @Test
  void theLiabilityLeadsToWhatChangedItAndToWhoHasThePoints() {
    Customers.Registered customer = Customers.registered();
    Mall.grant(customer, 777);

    JsonNode change = Callers.operator().get(LIABILITY + "/change").json();
    long changed = 0;
    for (JsonNode movement : change.path("movements")) {
      changed += movement.path("points").asLong();
    }
    assertThat(changed)
        .isEqualTo(
            change.path("now").path("outstanding").asLong()
                - change.path("before").path("outstanding").asLong());
    assertThat(all(LIABILITY + "/holders?limit=200"))
        .anySatisfy(
            one -> {
              assertThat(one.path("customerNumber").asText()).isEqualTo(customer.number());
              assertThat(one.path("outstanding").asLong()).isEqualTo(777);
            });
    assertThat(Callers.operator().get(LIABILITY + "/change?on=2999-01-01").code())
        .isEqualTo("paging.filter-value");
    assertThat(Callers.operator().get(LIABILITY + "/file?format=csv&months=3").body().lines())
        .hasSizeGreaterThanOrEqualTo(5);
    assertThat(Callers.operator().get(LIABILITY + "/change/file").status()).isEqualTo(200);
    assertThat(Callers.auditor().get("/api/v1/audit?action=sales.export&limit=50").body())
        .contains("mall-figures:liability", "mall-figures:liability-change");
    try (Desk operator = Desk.of("operator.wang")) {
      operator.open("/mall/liability.xhtml");
      Download file = operator.page().waitForDownload(() -> operator.click("files", "xlsx"));
      assertThat(file.suggestedFilename()).endsWith(".xlsx");
      operator.page().locator("td a[href*=liability-change]").last().click();
      assertThat(operator.page().url()).contains("/mall/liability-change.xhtml?on=");
      assertThat(operator.page().locator(".hy-tile").count()).isEqualTo(3);
      operator.picture("liability-change");
      assertThat(exported(operator)).endsWith(".xlsx");
      assertThat(Callers.auditor().get("/api/v1/audit?action=sales.export&limit=20").body())
          .contains("mall-figures:points-holders");
      assertThat(operator.complaints()).isEmpty();
    }
  }

  @Test
  void aPeriodThatCannotBeIsToldOnThePageWhichShowsTheUsualOne() {
    try (Desk operator = Desk.of("operator.wang")) {
      for (String page : new String[] {"/mall/sales.xhtml", "/promotions/figures.xhtml"}) {
        assertThat(operator.open(page + "?from=2026-02-01&to=2026-01-01").status()).isEqualTo(200);
        assertThat(operator.page().content()).contains("2026-02-01");
        assertThat(operator.page().locator(".hy-tile").count()).isEqualTo(5);
        assertThat(operator.open(page + "?from=gestern").status()).isEqualTo(200);
      }
      operator.open("/mall/sales.xhtml?from=1990-01-01&to=1990-01-01");
      assertThat(operator.page().locator(".hy-tile").count()).isEqualTo(5);
      assertThat(operator.complaints()).isEmpty();
    }
  }

  @Test
  void aPeriodThatCannotBeIsRefusedSayingWhatIsAllowed() {
    Answer backwards = Callers.operator().get(SALES + "?from=2026-02-01&to=2026-01-01");
    assertThat(backwards.status()).isEqualTo(422);
    assertThat(backwards.text("code")).isEqualTo("sales.period");
    Answer noDay = Callers.operator().get(SALES + "?from=gestern");
    assertThat(noDay.status()).isEqualTo(400);
    assertThat(noDay.body()).contains("from", "yyyy-MM-dd");
  }

  @Test
  void thePageShowsTheFactorsAndLeadsToTheOrders() {
    Customers.Registered customer = Customers.registered();
    Mall.grant(customer, 900);
    Mall.placed(customer, Mall.itemOnSale(300, 5), 1);
    try (Desk operator = Desk.of("operator.wang")) {
      operator.open("/mall/sales.xhtml");
      assertThat(operator.page().locator(".hy-tile").count()).isEqualTo(5);
      assertThat(operator.page().locator(".hy-tile-good").count()).isEqualTo(1);
      operator.picture("sales");
      Download file = operator.page().waitForDownload(() -> operator.click("itemFiles", "csv"));
      assertThat(file.suggestedFilename()).endsWith(".csv");
      operator.page().locator("a[href*='step=ORDERED']").click();
      assertThat(operator.page().url()).contains("/mall/funnel-members.xhtml?step=ORDERED");
      assertThat(operator.page().content()).contains(customer.number());
      operator.picture("funnel-members");
      assertThat(exported(operator)).endsWith(".xlsx");
      assertThat(Callers.auditor().get("/api/v1/audit?action=sales.export&limit=20").body())
          .contains("mall-figures:sales-members", "step=ORDERED");
      operator.open("/mall/sales.xhtml");
      operator.page().locator(".hy-tile a").first().click();
      assertThat(operator.page().url()).contains("/mall/orders.xhtml?from=");
    }
  }

  /** Name of the workbook that the page makes of its list. */
  private static String exported(Desk desk) {
    Download file = desk.page().waitForDownload(() -> desk.click("list", "export"));
    return file.suggestedFilename();
  }

  /** All rows of a list, page by page. */
  private static List<JsonNode> all(String address) {
    List<JsonNode> rows = new ArrayList<>();
    String cursor = "";
    do {
      Answer part = Callers.operator().get(address + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      assertThat(part.status()).as(part.toString()).isEqualTo(200);
      part.json().path("items").forEach(rows::add);
      cursor = part.json().path("nextCursor").asText("");
    } while (!cursor.isEmpty());
    return rows;
  }

  private static JsonNode sales(String query) {
    Answer answer = Callers.operator().get(SALES + query);
    assertThat(answer.status()).isEqualTo(200);
    return answer.json();
  }
}
