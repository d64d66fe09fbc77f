package com.heyi.web.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.heyi.testing.Answer;
import com.heyi.testing.Approvals;
import com.heyi.testing.Callers;
import com.heyi.testing.Client;
import com.heyi.testing.Customers;
import com.heyi.testing.Desk;
import com.heyi.testing.Waiting;
import org.junit.jupiter.api.Test;

/** A customer is handed to a manager, who is told of a large sum, over real HTTP and by page. */
class RelationshipIT {
  private static final String MANAGERS = "/api/v1/relationship-managers";
  private static final String ALERTS = "/api/v1/flow-alerts";

  @Test
  void aManagerIsToldOfALargeSumAndSaysWhatHeDid() {
    manager("operator.wang", "王经理");
    manager("admin.li", "李经理");
    Customers.Registered customer = Customers.registered();
    Answer waits =
        Callers.admin()
            .post(
                MANAGERS + "/hand-overs",
                "{\"to\": \"operator.wang\", \"customers\": [\"%s\"], \"reason\": \"新客户分配\"}"
                    .formatted(customer.number()));
    assertThat(waits.status()).as(waits.toString()).isEqualTo(202);
    Approvals.settled(waits);
    JsonNode care = Callers.auditor().get(MANAGERS + "/of-customer/" + customer.id()).json();
    assertThat(care.path("manager").asText()).isEqualTo("operator.wang");

    Answer account =
        Callers.operator()
            .ifMatch(Callers.operator().get(customer.path()).etag())
            .post(customer.path() + "/accounts", "{\"type\": \"I\"}");
    assertThat(account.status()).as(account.toString()).isEqualTo(201);
    Answer paid =
        Callers.operator()
            .post(
                "/api/v1/accounts/" + account.text("id") + "/movements",
                "{\"kind\": \"CASH_IN\","
                    + " \"amount\": {\"amount\": 250000.00, \"currency\": \"CNY\"}}");
    Approvals.settled(paid);
    String his = ALERTS + "?customer=" + customer.number();
    Waiting.until(
        150, () -> Callers.operator().get(his).json().path("items").size(), size -> size == 1);
    String alert = ALERTS + "/" + Callers.operator().get(his).json().at("/items/0/id").asText();

    pages(customer.number(), alert.substring(ALERTS.length() + 1));

    Answer open = Callers.operator().get(alert);
    Client seeing = Callers.operator().ifMatch(open.etag());
    Answer handled = seeing.post(alert + "/handled", "{\"outcome\": \"售房款，已致电确认\"}");
    assertThat(handled.status()).as(handled.toString()).isEqualTo(200);
    assertThat(handled.text("status")).isEqualTo("HANDLED");
    assertThat(Callers.operator().ifMatch(handled.etag()).post(alert + "/seen", "").code())
        .isEqualTo("relationship.alert-status");
    assertThat(Callers.handler().get(alert).code()).isEqualTo("auth.forbidden");

    String retention = "/api/v1/retention/customers";
    assertThat(Callers.auditor().get(retention + "?status=NEW").status()).isEqualTo(200);
    assertThat(Callers.auditor().get(retention + "?month=2026-13").code())
        .isEqualTo("paging.filter-value");
  }

  private static void pages(String number, String alert) {
    try (Desk desk = Desk.of("operator.wang")) {
      desk.open("/relationship/mine.xhtml");
      desk.awaitText("main", number);
      desk.picture("my-customers");
      desk.open("/relationship/alerts.xhtml");
      desk.awaitText("main", number);
      desk.picture("flow-alerts");
      desk.open("/relationship/alert.xhtml?id=" + alert);
      desk.awaitText("main", number);
      desk.picture("flow-alert");
      desk.open("/relationship/funnel.xhtml");
      desk.page().locator("main h1").waitFor();
      desk.picture("funnel");
      desk.open("/relationship/funnel-customers.xhtml?month=2026-11&status=NEW");
      desk.page().locator("main h1").waitFor();
      desk.picture("funnel-customers");
    }
    try (Desk desk = Desk.of("admin.li")) {
      desk.open("/relationship/managers.xhtml?account=operator.wang");
      desk.awaitText("main", "王经理");
      desk.picture("managers");
    }
  }

  private static void manager(String account, String name) {
    Answer set =
        Callers.admin()
            .post(
                MANAGERS,
                "{\"account\": \"%s\", \"name\": \"%s\", \"active\": true}"
                    .formatted(account, name));
    assertThat(set.status()).as(set.toString()).isEqualTo(200);
  }
}
