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
import java.util.List;
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
