package com.heyi.web.learning;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.testing.Answer;
import com.heyi.testing.Approvals;
import com.heyi.testing.Callers;
import com.heyi.testing.Cases;
import com.heyi.testing.Client;
import com.heyi.testing.Customers;
import com.heyi.testing.Desk;
import com.heyi.testing.Sql;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From a complaint to what is learned from it, over real HTTP and in a real browser. */
class LearningIT {
  private static final String COMPLAINTS = "/api/v1/complaints";

  @Test
  void aClosedComplaintLeadsToItsCauseAProblemPointsAndASurvey() {
    Answer closed = closed();
    String id = closed.text("id");
    Answer cause =
        Callers.handler()
            .post("/api/v1/problems/of-complaint/" + id + "/cause", "{\"cause\": \"C-1\"}");
    assertThat(cause.status()).as(cause.toString()).isEqualTo(200);
    assertThat(cause.text("causeName")).isEqualTo("收费不透明");

    Answer problem =
        Callers.handler()
            .post(
                "/api/v1/problems",
                """
                {"title": "年费未提示", "description": "开卡时未说明次年年费", "owner": "handler.zhao",
                 "cause": "C-1", "complaint": "%s"}
                """
                    .formatted(closed.text("number")));
    assertThat(problem.status()).as(problem.toString()).isEqualTo(201);
    String problemPath = "/api/v1/problems/" + problem.json().at("/row/id").asText();
    Answer planned =
        Callers.handler()
            .post(
                problemPath + "/actions",
                """
                {"what": "开卡页面补充年费说明", "department": "信用卡中心", "owner": "handler.zhao",
                 "dueOn": "2099-01-01", "checkMonths": 3}
                """);
    assertThat(planned.json().at("/row/status").asText()).isEqualTo("IN_HAND");

    Answer points =
        Callers.handler()
            .post(
                "/api/v1/violations",
                """
                {"complaintId": "%s", "staff": "operator.wang", "rule": "ATTITUDE",
                 "reason": "未耐心解释"}
                """
                    .formatted(id));
    Approvals.approved(Approvals.waiting(points));
    assertThat(Callers.operator().get("/api/v1/violations/mine").json().path("points").asInt())
        .isPositive();
    assertThat(Callers.handler().get("/api/v1/violations").status()).isEqualTo(403);

    Answer entered =
        Callers.operator()
            .post(
                "/api/v1/surveys",
                """
                {"complaintId": "%s", "satisfaction": 4, "effort": 6, "remark": "客户来电"}
                """
                    .formatted(id));
    assertThat(entered.text("enteredBy")).isEqualTo("operator.wang");

    try (Desk desk = Desk.of("handler.zhao")) {
      desk.open("/complaints/complaint.xhtml?id=" + id);
      desk.page().getByText("收费不透明").first().waitFor();
      desk.picture("learning-case");
      desk.open("/learning/problem.xhtml?id=" + problem.json().at("/row/id").asText());
      desk.page().locator("main h1").waitFor();
      desk.picture("learning-problem");
      desk.open("/learning/problems.xhtml");
      desk.page().locator("main h1").waitFor();
      desk.picture("learning-problems");
      desk.open("/learning/win-backs.xhtml");
      desk.picture("learning-win-backs");
      desk.open("/complaints/remarks.xhtml");
      desk.fill("remark", "narrative", "柜员服务周到");
      desk.click("remark", "record");
      desk.awaitPage("/complaints/remark.xhtml");
      desk.picture("learning-remark");
      desk.open("/complaints/remarks.xhtml");
      desk.picture("learning-remarks");
    }
    try (Desk desk = Desk.of("admin.li")) {
      desk.open("/learning/causes.xhtml");
      desk.picture("learning-causes");
      desk.open("/learning/accountability.xhtml");
      desk.picture("learning-accountability");
      desk.open("/learning/mine.xhtml");
      desk.picture("learning-mine");
    }
  }

  @Test
  void aComplainantSaysHowItWasOnThePageOfHisLinkAndOnlyOnce() {
    String link = linkOf(closed().text("id"));
    try (Desk complainant = Desk.empty()) {
      complainant.open(link.substring(link.indexOf("/survey#")));
      complainant.page().locator("#survey").waitFor();
      complainant.picture("survey");
      complainant.page().locator("input[name='satisfaction'][value='4']").check();
      complainant.page().locator("input[name='effort'][value='6']").check();
      complainant.page().locator("#remark").fill("处理及时，谢谢");
      complainant.page().locator("#survey button").click();
      complainant.page().locator("#thanks").waitFor();
      complainant.picture("survey-thanks");
    }
    assertThat(
            Sql.number(
                "select count(*) from learning.survey where satisfaction = 4 and effort = 6"
                    + " and remark = '处理及时，谢谢' and entered_by is null"))
        .isEqualTo(1);
    Answer again =
        Client.nobody()
            .withKey(UUID.randomUUID().toString())
            .post(
                "/api/v1/survey-answers",
                """
                {"token": "%s", "satisfaction": 1, "effort": 1}
                """
                    .formatted(link.substring(link.indexOf('#') + 1)));
    assertThat(again.code()).isEqualTo("learning.survey-answered");
    try (Desk stranger = Desk.empty()) {
      stranger.open("/survey");
      stranger.page().locator("#no-link").waitFor();
      assertThat(stranger.page().locator("#survey").isVisible()).isFalse();
    }
  }

  /** The link that was sent when the case was closed, as it stands in the outbox. */
  private static String linkOf(String complaint) {
    return Sql.text(
        "select args ->> 1 from messages.message where template = 'survey.asked' and subject = ?",
        "complaint:" + complaint);
  }

  @Test
  void aTokenThatNobodyWasSentAnswersNothingAndNeedsNoSignIn() {
    Answer unknown =
        Client.nobody()
            .withKey(UUID.randomUUID().toString())
            .post(
                "/api/v1/survey-answers",
                """
                {"token": "%s", "satisfaction": 5, "effort": 7}
                """
                    .formatted("x".repeat(32)));
    assertThat(unknown.status()).as(unknown.toString()).isEqualTo(404);
    assertThat(unknown.code()).isEqualTo("learning.survey-unknown");
    Answer wrong =
        Client.nobody()
            .withKey(UUID.randomUUID().toString())
            .post(
                "/api/v1/survey-answers", "{\"token\": \"x\", \"satisfaction\": 6, \"effort\": 0}");
    assertThat(wrong.status()).isEqualTo(400);
  }

  @Test
  void aSecondComplaintSoonAfterTheFirstStandsOnTheDeskUntilSomebodyHasTakenCare() {
    Customers.Registered customer = Customers.registered("B0101");
    recorded(customer);
    Answer second = recorded(customer);
    Answer alarms =
        Callers.handler()
            .get("/api/v1/care/second-failures?open=yes&complaint=" + second.text("id"));
    assertThat(alarms.json().path("items")).as(alarms.toString()).hasSize(1);
    try (Desk desk = Desk.of("handler.zhao")) {
      desk.open("/complaints/desk.xhtml");
      desk.page().getByText(second.text("number")).first().waitFor();
      desk.picture("learning-desk");
    }
    String alarm = alarms.json().at("/items/0/id").asText();
    Answer handled =
        Callers.handler()
            .ifMatch("\"0\"")
            .post(
                "/api/v1/care/second-failures/" + alarm + "/handling",
                "{\"handling\": \"主任当日致电\"}");
    assertThat(handled.text("handledBy")).isEqualTo("handler.zhao");
  }

  @Test
  void aComplaintIsTurnedIntoASuggestionByTwoAndBackByOne() {
    Answer recorded = recorded(Customers.registered("B0101"));
    Answer waits =
        Callers.handler()
            .ifMatch(recorded.etag())
            .post(
                "/api/v1/remarks/of-complaint/" + recorded.text("id"),
                "{\"kind\": \"SUGGESTION\", \"reason\": \"客户只提建议\"}");
    Approvals.approved(Approvals.waiting(waits));
    Answer turned = Callers.handler().get(COMPLAINTS + "/" + recorded.text("id"));
    assertThat(turned.text("status")).isEqualTo("TURNED");
  }

  private static Answer closed() {
    Answer at = recorded(Customers.registered("B0101"));
    at = step(at, "acceptance", "{\"complexity\": \"SIMPLE\"}");
    at =
        step(
            at,
            "analysis",
            "{\"cause\": \"DISCLOSURE\", \"department\": \"信用卡中心\", \"finding\": \"未提示\"}");
    at = step(at, "handling", "{\"resolution\": \"EXPLANATION\", \"measures\": \"说明并致歉\"}");
    Cases.addressed(at.text("id"));
    at = step(at, "feedback", "{\"answerChannel\": \"HOTLINE\", \"answer\": \"已说明\"}");
    at = step(at, "accountability", "{\"department\": \"信用卡中心\", \"accountability\": \"通报批评\"}");
    return step(at, "closure", "{\"rootCause\": \"开卡页面没有说明\"}");
  }

  private static Answer recorded(Customers.Registered customer) {
    Answer recorded =
        Callers.operator()
            .post(
                COMPLAINTS,
                """
                {"channel": "HOTLINE", "customer": "%s", "branch": "B0101", "product": "信用卡",
                 "issue": "年费", "narrative": "多收了年费，开卡时没有人告诉我"}
                """
                    .formatted(customer.number()));
    assertThat(recorded.status()).as(recorded.toString()).isEqualTo(201);
    return recorded;
  }

  private static Answer step(Answer seen, String step, String body) {
    Answer after =
        Callers.handler()
            .ifMatch(seen.etag())
            .post(COMPLAINTS + "/" + seen.text("id") + "/" + step, body);
    assertThat(after.status()).as(after.toString()).isEqualTo(200);
    return after;
  }
}
