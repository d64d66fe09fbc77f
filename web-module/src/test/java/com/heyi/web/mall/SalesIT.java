package com.heyi.web.mall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.heyi.testing.Answer;
import com.heyi.testing.Callers;
import com.heyi.testing.Customers;
import com.heyi.testing.Desk;
import com.heyi.testing.Mall;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** The sales report over HTTP and in the browser. */
class SalesIT {
  private static final String SALES = "/api/v1/mall/sales";

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
      operator.page().locator(".hy-tile a").first().click();
      assertThat(operator.page().url()).contains("/mall/orders.xhtml?from=");
    }
  }

  private static JsonNode sales(String query) {
    Answer answer = Callers.operator().get(SALES + query);
    assertThat(answer.status()).isEqualTo(200);
    return answer.json();
  }
}
