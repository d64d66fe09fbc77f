package com.heyi.web.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.heyi.testing.Answer;
import com.heyi.testing.Approvals;
import com.heyi.testing.Callers;
import com.heyi.testing.Cases;
import com.heyi.testing.Client;
import com.heyi.testing.Customers;
import com.heyi.testing.KeycloakAdmin;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life of a complaint over real HTTP, with real tokens. */
class ComplaintsIT {
  private static final String PATH = "/api/v1/complaints";

  @Test
  void aBranchRecordsAndAHandlerBringsItToItsEnd() {
    Customers.Registered customer = Customers.registered("B0101");
    Answer at =
        Callers.branch("B0101")
            .post(
                PATH,
                """
                {"channel": "COUNTER", "customer": "%s", "product": "借记卡", "narrative": "卡被吞"}
                """
                    .formatted(customer.number()));
    assertThat(at.status()).as(at.toString()).isEqualTo(201);
    assertThat(at.text("branch")).isEqualTo("B0101");
    assertThat(at.text("customerNumber")).isEqualTo(customer.number());
    assertThat(at.json().path("daysLeft").asInt()).isEqualTo(15);
    assertThat(at.headerText("Location")).endsWith(PATH + "/" + at.text("id"));

    at = step(Callers.handler(), at, "acceptance", "{\"complexity\": \"COMPLEX\"}");
    assertThat(at.text("handler")).isEqualTo("handler.zhao");
    assertThat(at.json().path("daysLeft").asInt()).isEqualTo(30);
    at =
        step(
            Callers.handler(),
            at,
            "analysis",
            """
            {"cause": "FACILITIES", "department": "运营部", "finding": "设备故障"}
            """);
    at =
        step(
            Callers.handler(),
            at,
            "handling",
            "{\"resolution\": \"EXPLANATION\", \"measures\": \"已取卡寄回\"}");
    assertThat(
            send(
                    Callers.handler(),
                    at,
                    "feedback",
                    "{\"answerChannel\": \"HOTLINE\", \"answer\": \"已说明\"}")
                .code())
        .isEqualTo("complaint.points-none");
    Cases.addressed(at.text("id"));
    at =
        step(
            Callers.handler(),
            at,
            "feedback",
            "{\"answerChannel\": \"HOTLINE\", \"answer\": \"已说明\"}");
    at = step(Callers.handler(), at, "objection", "{\"reason\": \"未致歉\"}");
    assertThat(at.text("status")).isEqualTo("ACCEPTED");
    at =
        step(
            Callers.handler(),
            at,
            "analysis",
            """
            {"cause": "SERVICE_ATTITUDE", "department": "网点", "finding": "当时未安抚客户"}
            """);
    at =
        step(
            Callers.handler(),
            at,
            "handling",
            "{\"resolution\": \"NON_MONETARY_RELIEF\", \"measures\": \"网点主任致歉\"}");
    assertThat(
            send(
                    Callers.handler(),
                    at,
                    "feedback",
                    "{\"answerChannel\": \"CALLBACK\", \"answer\": \"同前\"}")
                .code())
        .as("an answer with the old replies alone")
        .isEqualTo("complaint.points-contested");
    Cases.addressed(at.text("id"));
    at =
        step(
            Callers.handler(),
            at,
            "feedback",
            "{\"answerChannel\": \"CALLBACK\", \"answer\": \"已致歉\"}");
    assertThat(
            send(Callers.handler(), at, "closure", "{\"satisfaction\": 5, \"rootCause\": \"x\"}")
                .code())
        .isEqualTo("complaint.not-accounted");
    at =
        step(
            Callers.handler(),
            at,
            "accountability",
            "{\"department\": \"网点\", \"accountability\": \"约谈当班柜员\"}");
    at = step(Callers.handler(), at, "closure", "{\"satisfaction\": 5, \"rootCause\": \"更换读卡模块\"}");
    assertThat(at.text("status")).isEqualTo("CLOSED");
    assertThat(at.json().path("onTime").asBoolean()).isTrue();

    JsonNode seen = Callers.branch("B0101").get(PATH + "/" + at.text("id")).json();
    assertThat(seen.path("steps")).hasSize(11);
    assertThat(seen.path("steps").path(0).path("who").asText()).isEqualTo("branch-b0101");
    assertThat(seen.path("steps").path(5).path("step").asText()).isEqualTo("CONTEST");
    assertThat(seen.path("clocks")).hasSize(2);
  }

  @Test
  void aDeadlineIsExtendedOnceAndWithTheApprovalOfASecondPerson() {
    Answer at =
        Callers.operator()
            .post(
                PATH,
                """
                {"channel": "HOTLINE", "complainantContact": "13800138000", "product": "理财",
                 "narrative": "收益与宣传不符", "complexity": "COMPLEX"}
                """);
    at = step(Callers.handler(), at, "acceptance", "{\"complexity\": \"COMPLEX\"}");
    String extension =
        """
        {"reason": "需向外部机构调查取证", "noticeChannel": "HOTLINE", "notice": "处理期限延长三十日"}
        """;
    String path = PATH + "/" + at.text("id");

    Answer waits = Callers.handler().ifMatch(at.etag()).post(path + "/extension", extension);

    assertThat(Callers.handler().get(path).json().path("daysLeft").asInt()).isEqualTo(30);
    Approvals.approved(Approvals.waiting(waits));
    Answer extended = Callers.handler().get(path);
    assertThat(extended.json().path("daysLeft").asInt()).isEqualTo(60);
    assertThat(extended.json().at("/clocks/0/extraDays").asInt()).isEqualTo(30);
    assertThat(extended.json().path("possibleSteps").toString()).doesNotContain("EXTEND");
    assertThat(
            Callers.handler().ifMatch(extended.etag()).post(path + "/extension", extension).code())
        .isEqualTo("complaint.extended-already");
  }

  @Test
  void aCustomerTakesHisCaseBackAtTheCounterWithProofOfWhoAsked() {
    Answer at = recorded();
    String path = PATH + "/" + at.text("id");
    Client counter = Callers.operator();

    Answer unproven = send(counter, at, "withdrawal", "{\"reason\": \"已自行解决\"}");
    assertThat(unproven.code()).isEqualTo("request.invalid");
    assertThat(unproven.body()).contains("proof");
    String forHim =
        """
        {"askedBy": "AGENT", "proof": "代理人身份证", "reason": "已自行解决"}
        """;
    assertThat(send(counter, at, "withdrawal", forHim).code())
        .isEqualTo("complaint.not-spoken-for");
    Answer named =
        counter.post(
            path + "/intake/parties",
            """
            {"role": "AGENT", "name": "王芳", "relation": "女儿", "document": "委托书 2026-03-01"}
            """);
    assertThat(named.status()).as(named.toString()).isEqualTo(200);
    Answer withdrawn = step(counter, at, "withdrawal", forHim);

    assertThat(withdrawn.text("status")).isEqualTo("WITHDRAWN");
    assertThat(withdrawn.json().at("/steps/1/detail/askedBy").asText()).isEqualTo("AGENT");
    assertThat(withdrawn.json().at("/steps/1/detail/proof").asText()).isEqualTo("代理人身份证");
  }

  @Test
  void aStepThatIsNotPossibleIsRefusedWithWhatIs() {
    Answer recorded = recorded();
    Answer refused =
        Callers.handler()
            .speaking("en")
            .ifMatch(recorded.etag())
            .post(PATH + "/" + recorded.text("id") + "/closure", "{\"rootCause\": \"x\"}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("complaint.wrong-step");
    assertThat(refused.text("detail"))
        .isEqualTo(
            "The complaint is Recorded, so \"Close\" is not possible; possible now: Accept,"
                + " Name staff, Move up, Withdraw, Turn into a remark");
  }

  @Test
  void aCaseSomebodyElseHasIsTakenOverBeforeItIsBroughtOn() {
    Answer recorded = recorded();
    assertThat(
            send(Callers.admin(), recorded, "acceptance", "{\"handler\": \"handler.nobody\"}")
                .code())
        .isEqualTo("complaint.handler-unknown");
    atTheDesk("handler.qian");
    assertThat(
            send(Callers.admin(), recorded, "acceptance", "{\"handler\": \"handler.qian\"}").code())
        .as("at the desk, and without the role")
        .isEqualTo("complaint.handler-without-role");
    String qian = KeycloakAdmin.person("handler.qian", "Heyi-demo-1!", "complaint-handler");
    try {
      Answer assigned =
          step(Callers.admin(), recorded, "acceptance", "{\"handler\": \"Handler.Qian\"}");
      String analysis =
          """
          {"cause": "CHOICE", "department": "零售部", "finding": "x"}
          """;
      Answer refused = send(Callers.handler(), assigned, "analysis", analysis);
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.code()).isEqualTo("complaint.not-in-charge");
      Answer taken = step(Callers.handler(), assigned, "assignment", "{\"reason\": \"休假\"}");
      assertThat(step(Callers.handler(), taken, "analysis", analysis).text("status"))
          .isEqualTo("ANALYSED");
    } finally {
      KeycloakAdmin.remove(qian);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{} | channel product narrative",
        "{\"channel\": \"WEB\", \"product\": \"x\", \"narrative\": \"y\"} | complainantContact",
        "{\"channel\": \"PIGEON\"} | channel"
      })
  void everyWrongFieldIsNamed(String body, String fields) {
    Answer refused = Callers.operator().post(PATH, body);
    assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
    assertThat(refused.json().path("errors").findValuesAsText("field"))
        .containsExactlyInAnyOrder(fields.split(" "));
  }

  @Test
  void aBranchSeesOnlyItsOwn() {
    Answer recorded = recorded();
    String path = PATH + "/" + recorded.text("id");
    assertThat(Callers.branch("B0102").get(path).code()).isEqualTo("auth.other-branch");
    assertThat(
            Callers.branch("B0102")
                .get(PATH + "?number=" + recorded.text("number"))
                .json()
                .path("items"))
        .isEmpty();
    assertThat(Callers.branch("B0102").get(PATH + "?branch=B0101").status()).isEqualTo(403);
    assertThat(
            Callers.branch("B0101")
                .get(PATH + "?number=" + recorded.text("number"))
                .json()
                .path("items"))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"operator.wang", "auditor.chen", "newcomer.sun"})
  void whoIsNoHandlerCannotAccept(String user) {
    Answer recorded = recorded();
    Answer refused = send(Client.bearing(Callers.tokenOf(user)), recorded, "acceptance", "{}");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("auth.forbidden");
  }

  @Test
  void aRepeatedStepIsDoneOnce() {
    Answer recorded = recorded();
    Client sameKey = Callers.handler().withKey(UUID.randomUUID().toString());
    Answer first = step(sameKey, recorded, "acceptance", "{}");
    Answer again = step(sameKey, recorded, "acceptance", "{}");
    assertThat(again.headerText("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(Callers.handler().get(PATH + "/" + recorded.text("id")).json().path("steps"))
        .hasSize(2);
  }

  @Test
  void theSameOutsideNumberIsTheSameMatter() {
    String body =
        """
        {"channel": "REGULATOR", "complainantContact": "13800138000", "product": "贷款",
         "narrative": "提前还款违约金", "externalSource": "NFRA", "externalReference": "%s"}
        """
            .formatted(UUID.randomUUID());
    Answer first = Callers.operator().post(PATH, body);
    Answer second = Callers.operator().post(PATH, body);
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.code()).isEqualTo("complaint.external-duplicate");
    assertThat(second.text("detail")).contains(first.text("number"));
  }

  private static void atTheDesk(String account) {
    String members = "/api/v1/complaints-desk/members";
    if (!Callers.admin().get(members).json().toString().contains(account)) {
      Answer set =
          Callers.admin()
              .post(
                  members,
                  """
                  {"account": "%s", "name": "钱处理", "level": "BRANCH", "languages": ["zh"],
                   "capacity": 10, "active": true}
                  """
                      .formatted(account));
      assertThat(set.status()).as(set.toString()).isEqualTo(200);
    }
  }

  @Test
  void aCaseMovesUpAndItsPointsNotesAndTasksAreKeptBesideIt() {
    Answer recorded = recorded();
    String path = PATH + "/" + recorded.text("id");
    Answer accepted = step(Callers.handler(), recorded, "acceptance", "{}");
    Callers.handler().post(path + "/file/points", "{\"raised\": \"为何收费\"}");
    Callers.handler().post(path + "/file/notes", "{\"words\": \"客户情绪激动\"}");
    Callers.handler()
        .post(
            path + "/file/tasks",
            """
            {"department": "网点", "branch": "B0102", "ask": "调取监控", "dueOn": "2999-01-01"}
            """);

    JsonNode file = Callers.handler().get(path + "/file").json();
    assertThat(file.path("points")).hasSize(1);
    assertThat(file.path("notes")).hasSize(1);
    assertThat(Callers.branch("B0101").get(path + "/file").status()).isEqualTo(403);
    String task = file.at("/tasks/0/id").asText();
    assertThat(Callers.branch("B0102").get("/api/v1/complaints-desk/tasks").json().toString())
        .contains(task);
    assertThat(
            Callers.branch("B0102")
                .post(path + "/file/tasks/" + task + "/answer", "{\"answer\": \"已调取\"}")
                .status())
        .isEqualTo(200);

    Answer up = step(Callers.handler(), accepted, "escalation", "{\"reason\": \"超出权限\"}");
    assertThat(up.text("level")).isEqualTo("REGION");
    assertThat(up.json().path("handler").isNull()).isTrue();
    assertThat(send(Callers.handler(), up, "assignment", "{\"reason\": \"x\"}").code())
        .isEqualTo("complaint.level-too-low");
  }

  @Test
  void aCallThatABranchPromisedTheCustomerIsMadeAndTriedAgain() {
    Answer recorded =
        Callers.branch("B0101")
            .post(
                PATH,
                """
                {"channel": "CALLBACK", "complainantContact": "13800138000", "product": "信用卡",
                 "narrative": "请回电说明年费", "callBackAt": "2999-01-01T02:00:00Z"}
                """);
    assertThat(recorded.status()).as(recorded.toString()).isEqualTo(201);
    String path = PATH + "/" + recorded.text("id");
    step(Callers.handler(), recorded, "acceptance", "{}");
    JsonNode call = Callers.handler().get(path + "/file").json().at("/tasks/0");
    assertThat(call.path("kind").asText()).isEqualTo("CALL");
    assertThat(call.path("callAt").asText()).isEqualTo("2999-01-01T02:00:00Z");

    Answer missed =
        Callers.handler()
            .post(
                path + "/file/calls/" + call.path("id").asText() + "/outcome",
                """
                {"outcome": "NOT_REACHED", "words": "无人接听", "againAt": "2999-01-02T02:00:00Z"}
                """);

    assertThat(missed.status()).as(missed.toString()).isEqualTo(200);
    assertThat(missed.text("outcome")).isEqualTo("NOT_REACHED");
    assertThat(Callers.handler().get(path + "/file").json().at("/tasks/1/callAt").asText())
        .isEqualTo("2999-01-02T02:00:00Z");
    Answer past =
        Callers.handler().post(path + "/file/calls", "{\"callAt\": \"2020-01-01T02:00:00Z\"}");
    assertThat(past.status()).isEqualTo(400);
    assertThat(past.json().at("/errors/0/field").asText()).isEqualTo("callAt");
  }

  @Test
  void redressIsGivenWithinAuthorityAndTheLetterIsAPdf() {
    Customers.Registered customer = Customers.registered("B0101");
    Answer at =
        Callers.operator()
            .post(
                PATH,
                """
                {"channel": "HOTLINE", "customer": "%s", "product": "信用卡", "narrative": "多收年费"}
                """
                    .formatted(customer.number()));
    at = step(Callers.handler(), at, "acceptance", "{}");
    at =
        step(
            Callers.handler(),
            at,
            "analysis",
            "{\"cause\": \"DISCLOSURE\", \"department\": \"卡部\", \"finding\": \"x\"}");
    at =
        step(
            Callers.handler(),
            at,
            "handling",
            "{\"resolution\": \"MONETARY_RELIEF\", \"measures\": \"退还年费\"}");
    String path = PATH + "/" + at.text("id");
    Answer given =
        Callers.handler()
            .ifMatch(at.etag())
            .post(
                path + "/redress/points",
                """
                {"remedy": "COMPENSATION", "points": 500, "reason": "补偿"}
                """);
    assertThat(given.status()).as(given.toString()).isEqualTo(200);
    assertThat(given.json().at("/redress/0/points").asInt()).isEqualTo(500);
    assertThat(
            Callers.handler()
                .ifMatch(given.etag())
                .post(
                    path + "/redress/points",
                    """
                    {"remedy": "COMPENSATION", "points": 4501, "reason": "补偿"}
                    """)
                .code())
        .isEqualTo("complaint.beyond-amount");
    Answer letter = Callers.handler().get(path + "/letter");
    assertThat(letter.status()).isEqualTo(200);
    assertThat(letter.headerText("Content-Type")).startsWith("application/pdf");
  }

  @Test
  void theFiguresAreThereForAnAuditor() {
    recorded();
    JsonNode figures = Callers.auditor().get(PATH + "/figures").json();
    assertThat(figures.path("open").path("RECORDED").asInt()).isPositive();
    assertThat(figures.path("received")).isNotEmpty();
  }

  private static Answer recorded() {
    Answer recorded =
        Callers.operator()
            .post(
                PATH,
                """
                {"channel": "APP", "complainantContact": "13800138000", "branch": "B0101",
                 "product": "信用卡", "narrative": "多收了年费"}
                """);
    assertThat(recorded.status()).as(recorded.toString()).isEqualTo(201);
    return recorded;
  }

  private static Answer step(Client who, Answer seen, String step, String body) {
    Answer after = send(who, seen, step, body);
    assertThat(after.status()).as(after.toString()).isEqualTo(200);
    return after;
  }

  private static Answer send(Client who, Answer seen, String step, String body) {
    return who.ifMatch(seen.etag()).post(PATH + "/" + seen.text("id") + "/" + step, body);
  }
}
