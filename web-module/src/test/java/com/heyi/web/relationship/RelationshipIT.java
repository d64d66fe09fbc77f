package com.heyi.web.relationship;

import static com.heyi.testing.Soap.element;
import static com.heyi.testing.Soap.key;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.heyi.relationship.FollowUpOutcome;
import com.heyi.testing.Answer;
import com.heyi.testing.Approvals;
import com.heyi.testing.Callers;
import com.heyi.testing.Client;
import com.heyi.testing.Customers;
import com.heyi.testing.Desk;
import com.heyi.testing.Soap;
import com.heyi.testing.Waiting;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** A customer is handed to a manager, who is told of a large sum, over real HTTP and by page. */
class RelationshipIT {
  private static final String MANAGERS = "/api/v1/relationship-managers";
  private static final String ALERTS = "/api/v1/flow-alerts";

  @Test
  void aManagerIsToldOfALargeSumAndSaysWhatHeDid() {
    manager("operator.wang", "王经理");
    manager("admin.li", "李经理");
    assertThat(set("nobody.here", "无此人").code()).isEqualTo("relationship.manager-account");
    assertThat(set("auditor.chen", "陈审计").code()).isEqualTo("relationship.manager-account");
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

    String followUps = "/api/v1/follow-ups";
    JsonNode next =
        Callers.operator()
            .get(followUps + "?reason=ALERT&customer=" + customer.number())
            .json()
            .at("/items/0");
    assertThat(next.path("status").asText()).isEqualTo("OPEN");
    String followUp = followUps + "/" + next.path("id").asText();
    Answer due = Callers.operator().get(followUp);
    Answer notHers = Callers.admin().ifMatch(due.etag()).post(followUp + "/claim", "");
    assertThat(notHers.code()).isEqualTo("relationship.follow-up-manager");
    Answer claimed = Callers.operator().ifMatch(due.etag()).post(followUp + "/claim", "");
    assertThat(claimed.text("claimedBy")).as(claimed.toString()).isEqualTo("operator.wang");
    assertThat(Callers.operator().ifMatch(claimed.etag()).post(followUp + "/claim", "").code())
        .isEqualTo("relationship.follow-up-claimed");
    String id = next.path("id").asText();
    assertThat(finish(id, claimed.json().path("version").asText(), "KEPT").body())
        .contains("relationship.follow-up-claimed");
    finishedByPage(id, customer.number());
    assertThat(Callers.auditor().get(followUp + "/results").json().at("/items/0/outcome").asText())
        .isEqualTo("KEPT");
    assertThat(Callers.auditor().get(followUps + "/figures?from=2026-02-30").code())
        .isEqualTo("paging.filter-value");
    assertThat(Callers.operator().get(alert).text("status")).isEqualTo("HANDLED");

    Answer open = Callers.operator().get(alert);
    Client seeing = Callers.operator().ifMatch(open.etag());
    assertThat(seeing.post(alert + "/handled", "{\"outcome\": \"再次\"}").code())
        .isEqualTo("relationship.alert-status");
    assertThat(Callers.handler().get(alert).code()).isEqualTo("auth.forbidden");

    Approvals.settled(
        Callers.operator()
            .post(
                "/api/v1/accounts/" + account.text("id") + "/movements",
                "{\"kind\": \"CASH_IN\", \"amount\": {\"amount\": 1.00, \"currency\": \"CNY\"}}"));
    String read = element("customerId", customer.id());
    Client branch = Callers.branch("B0101");
    String again =
        Waiting.until(
            150,
            () -> Soap.call(branch, "getFollowUps", read).body(),
            body -> body.contains("<status>OPEN</status>"));
    assertThat(Soap.call(Callers.branch("B0102"), "getFollowUps", read).body())
        .contains("auth.other-branch");
    String version = again.replaceAll("(?s).*<version>(\\d+)</version>.*", "$1");
    assertThat(finish(id, version, "ROSE").body()).contains("relationship.follow-up-outcome");
    assertThat(finish(id, version, "GONE").body()).contains("request.invalid", "outcome");
    assertThat(finish(id, version, "KEPT").body()).contains("<status>DONE</status>");

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
      assertThat(chosen(desk, "OPEN,SEEN")).isEqualTo(Desk.text("enum.AlertStatus.OPEN,SEEN"));
      assertThat(chosen(desk, "SEEN,HANDLED")).isEqualTo("已查看、已处理");
      assertThat(chosen(desk, "")).isEqualTo(Desk.text("ui.filter.all"));
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

  /** What the filter says that a link with this status shows. */
  private static String chosen(Desk desk, String status) {
    desk.open("/relationship/alerts.xhtml?status=" + status);
    return desk.page().locator("select[name='status'] option:checked").textContent();
  }

  private static Answer finish(String followUp, String version, String outcome) {
    return Soap.call(
        Callers.branch("B0101"),
        "finishFollowUp",
        key()
            + element("followUpId", followUp)
            + element("expectedVersion", version)
            + element("outcome", outcome)
            + element("note", "客户到网点说明"));
  }

  private static void finishedByPage(String followUp, String number) {
    try (Desk desk = Desk.of("operator.wang")) {
      desk.open("/relationship/mine.xhtml");
      desk.awaitText("main", number);
      desk.picture("my-follow-ups");
      desk.open("/relationship/follow-up.xhtml?id=" + followUp);
      desk.awaitText("main", number);
      desk.button("page.follow-ups.finish").click();
      desk.choose("finishForm", "outcome", FollowUpOutcome.KEPT);
      desk.fill("finishForm", "note", "售房款，已购买理财");
      desk.picture("follow-up");
      desk.page()
          .locator("#finishForm button")
          .filter(new Locator.FilterOptions().setHasText(Desk.text("page.follow-ups.finish")))
          .click();
      desk.awaitText("main", "售房款，已购买理财");
      desk.open("/relationship/follow-ups.xhtml?status=DONE");
      desk.awaitText("main", number);
      desk.picture("follow-ups");
    }
  }

  private static void manager(String account, String name) {
    Answer set = set(account, name);
    assertThat(set.status()).as(set.toString()).isEqualTo(200);
  }

  private static Answer set(String account, String name) {
    return Callers.admin()
        .post(
            MANAGERS,
            "{\"account\": \"%s\", \"name\": \"%s\", \"active\": true}".formatted(account, name));
  }
}
