package com.heyi.web.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.testing.Answer;
import com.heyi.testing.Approvals;
import com.heyi.testing.Callers;
import com.heyi.testing.Client;
import com.heyi.testing.Customers;
import com.heyi.testing.Mall;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Each kind of action that the bank puts under four eyes, called by REST as whoever may: it waits,
 * nothing is done, its maker cannot approve it, and a second request for the same thing is refused.
 * Grants, prices, stock and roles are tried in {@link FourEyesIT}.
 */
class EveryKindWaitsIT {
  private static final String COMPLAINTS = "/api/v1/complaints";
  private static final String ACCOUNTS = "/api/v1/accounts/";

  @Test
  void pointsCorrectedByHand() {
    Customers.Registered customer = Customers.registered();
    String path = customer.path() + "/points/adjustments";
    String body = "{\"points\": 1, \"reason\": \"补登\"}";

    String id = waits("points.adjust", Callers.operator(), Callers.operator().post(path, body));

    assertThat(Callers.operator().post(path, body).code()).isEqualTo("approval.target-waits");
    assertThat(Mall.pointsOf(customer)).isZero();
    Approvals.approved(id);
    assertThat(Mall.pointsOf(customer)).isEqualTo(1);
  }

  @Test
  void aGrantReversed() {
    Customers.Registered customer = Customers.registered();
    Answer granted =
        Callers.operator()
            .post(customer.path() + "/points/grants", "{\"points\": 7, \"reason\": \"x\"}");
    Answer answer =
        Callers.operator()
            .post(
                customer.path() + "/points/reversals",
                """
                {"entryId": "%s", "reason": "错发", "waiveWhatIsSpent": false}
                """
                    .formatted(granted.text("entryId")));

    String id = waits("points.reverse-grant", Callers.operator(), answer);

    assertThat(Mall.pointsOf(customer)).isEqualTo(7);
    Approvals.approved(id);
    assertThat(Mall.pointsOf(customer)).isZero();
  }

  @Test
  void aLimitOfAccounts() {
    String body =
        """
        {"type": "III", "kind": "OUTFLOW_YEAR", "amount": {"amount": 50001, "currency": "CNY"},
         "validFrom": "%s", "source": "试行"}
        """
            .formatted(LocalDate.now().plusYears(5));
    Answer answer = Callers.admin().post("/api/v1/account-limits", body);

    String id = waits("limit.set", Callers.admin(), answer);

    assertThat(Callers.secondAdmin().post("/api/v1/account-limits", body).code())
        .isEqualTo("approval.target-waits");
    assertThat(Callers.admin().get("/api/v1/account-limits").body()).doesNotContain("50001");
    assertThat(Approvals.reject(Callers.secondAdmin(), id, "不改").status()).isEqualTo(200);
  }

  @Test
  void anAccountClosedByABranchSystem() {
    Customers.Registered customer = Customers.registered("B0101");
    Client branch = Callers.branch("B0101");
    Answer opened =
        branch
            .ifMatch(branch.get(customer.path()).etag())
            .post(customer.path() + "/accounts", "{\"type\": \"I\"}");
    String account = ACCOUNTS + opened.text("id");
    Answer answer =
        branch
            .ifMatch(branch.get(account).etag())
            .post(account + "/closing", "{\"reason\": \"客户申请销户\"}");

    String id = waits("account.close", branch, answer);

    assertThat(branch.get(account).text("status")).isEqualTo("OPEN");
    Approvals.approved(id);
    assertThat(branch.get(account).text("status")).isEqualTo("CLOSED");
  }

  @Test
  void pointsForAComplainantAboveTheAmount() {
    Customers.Registered customer = Customers.registered("B0101");
    Answer complaint = inHandling(customer);
    Approvals.ruleSet("complaint.give-points", setting(600));
    try {
      Answer given = give(complaint, 600);
      assertThat(given.status()).as(given.toString()).isEqualTo(200);

      // What the case has cost before counts too.
      String id = waits("complaint.give-points", Callers.handler(), give(given, 1));

      assertThat(Mall.pointsOf(customer)).isEqualTo(600);
      Approvals.approved(id);
      assertThat(Mall.pointsOf(customer)).isEqualTo(601);
    } finally {
      Approvals.ruleSet("complaint.give-points", setting(10_000));
    }
  }

  @Test
  void moneyForAComplainantAboveTheAmount() {
    Customers.Registered customer = Customers.registered("B0101");
    Answer opened =
        Callers.operator()
            .ifMatch(customer.etag())
            .post(customer.path() + "/accounts", "{\"type\": \"I\"}");
    Answer complaint = inHandling(customer);
    Approvals.ruleSet("complaint.compensate", setting(10_000));
    try {
      Answer paid = pay(complaint, opened.text("number"), "100.00");
      assertThat(paid.status()).as(paid.toString()).isEqualTo(200);

      String id =
          waits(
              "complaint.compensate", Callers.handler(), pay(paid, opened.text("number"), "0.01"));

      String balance = ACCOUNTS + opened.text("id") + "/balance";
      assertThat(Callers.operator().get(balance).json().at("/balance/amount").decimalValue())
          .isEqualByComparingTo("100");
      Approvals.approved(id);
      assertThat(Callers.operator().get(balance).json().at("/balance/amount").decimalValue())
          .isEqualByComparingTo("100.01");
    } finally {
      Approvals.ruleSet("complaint.compensate", setting(100_000));
    }
  }

  @Test
  void aDeadlineExtended() {
    Answer complaint = recorded(Customers.registered(), "COMPLEX");
    complaint = step(complaint, "acceptance", "{\"complexity\": \"COMPLEX\"}");
    String due = complaint.text("dueAt");
    Answer answer =
        send(
            complaint,
            "extension",
            """
            {"reason": "需外部鉴定", "noticeChannel": "HOTLINE", "notice": "已电话告知"}
            """);

    String id = waits("complaint.extend", Callers.handler(), answer);

    String path = COMPLAINTS + "/" + complaint.text("id");
    assertThat(Callers.handler().get(path).text("dueAt")).isEqualTo(due);
    Approvals.approved(id);
    assertThat(Callers.handler().get(path).text("dueAt")).isNotEqualTo(due);
  }

  @Test
  void anImport() {
    Answer answer =
        Callers.operator()
            .post(
                "/api/v1/imports?kind=bank-customers&filename=waits-" + UUID.randomUUID() + ".csv",
                ("CLIENTNUM\n" + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8),
                "text/csv");

    String id = waits("import.start", Callers.operator(), answer);

    assertThat(Approvals.reject(Callers.secondAdmin(), id, "不导入").status()).isEqualTo(200);
  }

  @Test
  void theEndOfAnApp() {
    String old = app();
    LocalDate today = LocalDate.now();
    String body =
        """
        {"app": "%s", "into": "%s", "freezeOn": "%s", "migrateOn": "%s", "closeOn": "%s",
         "reason": "重复建设"}
        """
            .formatted(old, app(), today.plusYears(1), today.plusYears(1), today.plusYears(2));

    String id =
        waits(
            "app.announce-closing",
            Callers.admin(),
            Callers.admin().post("/api/v1/app-closings", body));

    assertThat(Callers.secondAdmin().post("/api/v1/app-closings", body).code())
        .isEqualTo("approval.target-waits");
    assertThat(Callers.admin().get("/api/v1/app-closings?app=" + old).json().at("/items"))
        .isEmpty();
    Approvals.approved(id);
    assertThat(Callers.admin().get("/api/v1/app-closings?app=" + old).json().at("/items"))
        .hasSize(1);
  }

  /** It waits under the name of its action, and its maker may not decide it; answers its id. */
  private static String waits(String action, Client maker, Answer answer) {
    String id = Approvals.waiting(answer);
    Answer request = Callers.secondAdmin().get(Approvals.PATH + "/" + id);
    assertThat(request.text("action")).isEqualTo(action);
    assertThat(request.text("status")).isEqualTo("PENDING");
    assertThat(Approvals.approve(maker, id).status()).isEqualTo(403);
    return id;
  }

  private static String setting(long above) {
    return "\"above\": %d, \"checkers\": [\"HEAD_OFFICE_ADMIN\"], \"expiresAfterHours\": 72,"
            .formatted(above)
        + " \"active\": true";
  }

  private static Answer give(Answer complaint, long points) {
    return send(
        complaint,
        "redress/points",
        "{\"remedy\": \"COMPENSATION\", \"points\": %d, \"reason\": \"补偿\"}".formatted(points));
  }

  private static Answer pay(Answer complaint, String account, String amount) {
    return send(
        complaint,
        "redress/payments",
        """
        {"remedy": "COMPENSATION", "account": "%s", "reason": "补偿",
         "money": {"amount": %s, "currency": "CNY"}}
        """
            .formatted(account, amount));
  }

  private static Answer inHandling(Customers.Registered customer) {
    Answer at = recorded(customer, "SIMPLE");
    at = step(at, "acceptance", "{}");
    at =
        step(
            at,
            "analysis",
            "{\"cause\": \"DISCLOSURE\", \"department\": \"卡部\", \"finding\": \"x\"}");
    return step(at, "handling", "{\"resolution\": \"MONETARY_RELIEF\", \"measures\": \"退还年费\"}");
  }

  private static Answer recorded(Customers.Registered customer, String complexity) {
    Answer recorded =
        Callers.operator()
            .post(
                COMPLAINTS,
                """
                {"channel": "HOTLINE", "customer": "%s", "product": "信用卡", "narrative": "多收年费",
                 "complexity": "%s"}
                """
                    .formatted(customer.number(), complexity));
    assertThat(recorded.status()).as(recorded.toString()).isEqualTo(201);
    return recorded;
  }

  private static Answer step(Answer seen, String step, String body) {
    Answer after = send(seen, step, body);
    assertThat(after.status()).as(after.toString()).isEqualTo(200);
    return after;
  }

  private static Answer send(Answer seen, String step, String body) {
    // What was given in a case answers with the case it belongs to.
    String id = seen.json().path("complaintId").asText(seen.text("id"));
    return Callers.handler().ifMatch(seen.etag()).post(COMPLAINTS + "/" + id + "/" + step, body);
  }

  private static String app() {
    String code = "W" + UUID.randomUUID().toString().substring(0, 7).toUpperCase();
    Answer made =
        Callers.admin()
            .post(
                "/api/v1/app-register",
                """
                {"code": "%s", "kind": "APP", "nameZhCn": "积分通", "nameZhTw": "點數通",
                 "nameEn": "Points", "ownerDepartment": "零售业务部", "functions": ["POINTS"]}
                """
                    .formatted(code));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    return code;
  }
}
