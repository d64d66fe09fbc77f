package com.heyi.web.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.heyi.complaints.ComplaintCause;
import com.heyi.complaints.ComplaintChannel;
import com.heyi.complaints.Resolution;
import com.heyi.testing.Answer;
import com.heyi.testing.Callers;
import com.heyi.testing.Cases;
import com.heyi.testing.Customers;
import com.heyi.testing.Desk;
import com.microsoft.playwright.Locator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A day of a handler who is new, by page and mostly by keyboard. */
class HandlersDayIT {
  private static final String PATH = "/api/v1/complaints";

  @Test
  void aNewHandlerFindsHisNearestCaseAndBringsItToItsEndOnOnePage() {
    Answer mine = accepted();
    try (Desk handler = Desk.of("handler.zhao")) {
      handler.open("/complaints/desk.xhtml");
      List<String> due =
          handler
              .page()
              .locator(".hy-queue")
              .filter(new Locator.FilterOptions().setHas(handler.page().locator(".hy-queue-row")))
              .first()
              .locator(".hy-queue-due .hy-time")
              .allTextContents();
      assertThat(due).as("the nearest deadline first").isNotEmpty().isSorted();
      handler.picture("complaints-desk");
      handler.page().keyboard().press("j");
      String first = handler.page().locator(".hy-queue-row:focus .hy-num").textContent().strip();
      handler.page().keyboard().press("Enter");
      handler.awaitPage("/complaints/complaint.xhtml");
      assertThat(handler.page().locator("h1").textContent()).contains(first);
      handler.page().keyboard().press("u");
      handler.awaitPage("/complaints/desk.xhtml");

      handler.open("/complaints/complaint.xhtml?id=" + mine.text("id"));
      handler.picture("complaint-new-handler");
      handler.page().keyboard().press("e");
      assertThat(handler.page().evaluate("!!document.activeElement.closest('#step')"))
          .as("the keyboard is in the form of the next step")
          .isEqualTo(true);
      handler.choose("step", "cause", ComplaintCause.DISCLOSURE);
      handler.fill("step", "department", "信用卡中心");
      handler.fill("step", "finding", "开卡时未提示年费规则");
      handler.page().keyboard().press("Control+Enter");
      handler.page().locator("[id='step:resolution']").waitFor();
      handler.choose("step", "resolution", Resolution.EXPLANATION);
      handler.fill("step", "measures", "说明年费规则并致歉");
      handler.page().keyboard().press("Control+Enter");
      handler.page().locator("[id='step:answerChannel']").waitFor();
      Cases.addressed(mine.text("id"));
      handler.choose("step", "answerChannel", ComplaintChannel.HOTLINE);
      handler.fill("step", "answer", "已向您说明年费规则，请您谅解");
      handler.page().keyboard().press("Control+Enter");
      handler.page().locator("[id='step:rootCause']").waitFor();
      handler.fill("step", "rootCause", "开卡页面补充年费说明");
      handler.page().keyboard().press("Control+Enter");
      handler.awaitText(".hy-timeline", "开卡页面补充年费说明");
      handler.picture("complaint-closed-by-keyboard");
    }
    JsonNode closed = Callers.handler().get(PATH + "/" + mine.text("id")).json();
    assertThat(closed.path("status").asText()).isEqualTo("CLOSED");
    assertThat(closed.path("steps")).hasSize(6);
  }

  @Test
  void aCallIsPromisedAndItsOutcomeEnteredOnThePageOfTheCase() {
    Answer mine = accepted();
    try (Desk handler = Desk.of("handler.zhao")) {
      handler.open("/complaints/complaint.xhtml?id=" + mine.text("id"));
      handler.page().locator("button:has-text('约定回电')").first().click();
      handler.page().locator("[id='promiseForm:reason']").waitFor();
      handler.fill("promiseForm", "reason", "说明年费规则");
      handler.fill("promiseForm", "callAt", "2020-01-01 10:00");
      handler.page().locator("[id='promiseForm'] button:has-text('约定回电')").click();
      handler.awaitText("[id='promiseForm'] .ui-message", "请填");
      assertThat(handler.field("promiseForm", "callAt").inputValue())
          .as("what was typed stays")
          .isEqualTo("2020-01-01 10:00");
      handler.picture("complaint-promise-a-call");
      handler.fill("promiseForm", "callAt", "2999-01-01 10:00");
      handler.page().locator("[id='promiseForm'] button:has-text('约定回电')").click();
      handler.awaitText("[id='tasks']", "2999-01-01 10:00");
      handler.open("/complaints/desk.xhtml");
      handler.awaitText(".hy-queue", "2999-01-01 10:00");
      handler.picture("complaint-desk-with-a-call");
      handler.open("/complaints/complaint.xhtml?id=" + mine.text("id"));
      handler.page().locator("[id='tasks'] button:has-text('登记回电结果')").click();
      handler.page().locator("[id='callForm:reason']").waitFor();
      handler.fill("callForm", "reason", "已说明，客户接受");
      handler.pick("callForm", "outcome", 0);
      handler.picture("complaint-call-outcome");
      handler.page().locator("[id='callForm'] button:has-text('登记回电结果')").click();
      handler.awaitText("[id='tasks']", "已说明，客户接受");
      handler.picture("complaint-called");
    }
    JsonNode file = Callers.handler().get(PATH + "/" + mine.text("id") + "/file").json();
    assertThat(file.at("/tasks/0/outcome").asText()).isEqualTo("REACHED");
    assertThat(file.path("tasks")).hasSize(1);
  }

  @Test
  void aClerkTakesDownThatACustomerTakesHisCaseBack() {
    Answer mine = accepted();
    try (Desk clerk = Desk.of("operator.wang")) {
      clerk.open("/complaints/complaint.xhtml?id=" + mine.text("id"));
      clerk.page().locator("button:has-text('撤诉')").first().click();
      clerk.page().locator("[id='withdrawForm:reason']").waitFor();
      clerk.fill("withdrawForm", "reason", "已自行解决");
      clerk.page().locator("[id='withdrawForm'] button:has-text('撤诉')").click();
      clerk.awaitText("[id='withdrawForm'] .ui-message", "必填");
      clerk.fill("withdrawForm", "proof", "来电录音 20260301-17");
      clerk.picture("complaint-withdraw");
      clerk.page().locator("[id='withdrawForm'] button:has-text('撤诉')").click();
      clerk.awaitText(".hy-timeline", "来电录音 20260301-17");
      clerk.picture("complaint-withdrawn");
    }
    JsonNode withdrawn = Callers.handler().get(PATH + "/" + mine.text("id")).json();
    assertThat(withdrawn.path("status").asText()).isEqualTo("WITHDRAWN");
  }

  @Test
  void twoWhoHaveACaseOpenAreToldOfEachOtherOnItsPage() {
    Answer mine = accepted();
    try (Desk colleague = Desk.of("admin.li");
        Desk handler = Desk.of("handler.zhao")) {
      colleague.open("/complaints/complaint.xhtml?id=" + mine.text("id"));
      handler.open("/complaints/complaint.xhtml?id=" + mine.text("id"));
      handler.awaitText("[id='presence'] .hy-warning", "李伟");
      handler.picture("complaint-two-have-it-open");
    }
  }

  @Test
  void aNewClerkRecordsWhatIsWrongWithTheFormAndThenOneCaseByADoubleClick() {
    String product = "借记卡" + UUID.randomUUID().toString().substring(0, 8);
    try (Desk clerk = Desk.of("operator.wang")) {
      clerk.open("/complaints/record.xhtml");
      clerk.page().locator("[id='record:submit']").click();
      clerk.page().locator("[id='record'] .ui-message-error-detail").first().waitFor();
      clerk.picture("complaint-record-empty");
      clerk.choose("record", "channel", ComplaintChannel.CALLBACK);
      clerk.fill("record", "product", product);
      clerk.fill("record", "narrative", "卡被吞，请回电");
      clerk.fill("record", "complainantContact", "13800138000");
      clerk.fill("record", "callBackAt", "2999-01-01 10:00");
      clerk.picture("complaint-record-filled");
      clerk.page().locator("[id='record:submit']").dblclick();
      clerk.awaitPage("/complaints/complaint.xhtml");
      clerk.picture("complaint-recorded");
    }
    JsonNode found =
        Callers.operator()
            .get(PATH + "?product=" + URLEncoder.encode(product, StandardCharsets.UTF_8))
            .json();
    assertThat(found.path("items")).as("a double click records one case").hasSize(1);
  }

  /** A case in the handler's charge, as it came from a branch. */
  private static Answer accepted() {
    Customers.Registered customer = Customers.registered("B0101");
    Answer at =
        Callers.branch("B0101")
            .post(
                PATH,
                """
                {"channel": "COUNTER", "customer": "%s", "product": "信用卡",
                 "narrative": "信用卡多收了年费，开卡时没有告知"}
                """
                    .formatted(customer.number()));
    return Callers.handler()
        .ifMatch(at.etag())
        .post(PATH + "/" + at.text("id") + "/acceptance", "{\"complexity\": \"SIMPLE\"}");
  }
}
