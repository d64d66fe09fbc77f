package com.heyi.web.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.testing.Answer;
import com.heyi.testing.Approvals;
import com.heyi.testing.Callers;
import com.heyi.testing.Client;
import com.heyi.testing.Customers;
import com.heyi.testing.KeycloakAdmin;
import com.heyi.testing.Mall;
import com.heyi.testing.RunningHeyi;
import com.heyi.testing.Sql;
import com.heyi.testing.Waiting;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Four eyes over REST, on the real WAR: what waits, who decides, and what is done when. */
class FourEyesIT {
  private static final String RULES = "/api/v1/approval-rules/";
  private static final String MUCH = "{\"points\": 20000, \"reason\": \"补偿\"}";

  @Test
  void aHeavyGrantWaitsAndDoesNothingYet() {
    Customers.Registered customer = Customers.registered();

    Answer answer = grant(customer, MUCH);

    String id = Approvals.waiting(answer);
    assertThat(answer.headerText("Location")).endsWith("/api/v1/approvals/" + id);
    assertThat(answer.headerText("Content-Type")).startsWith("application/json");
    assertThat(answer.code()).isEqualTo("approval.pending");
    assertThat(Mall.pointsOf(customer)).isZero();
    assertThat(trail("points.grant", "PENDING", id)).isEqualTo(1);

    Answer request = Callers.secondAdmin().get(Approvals.PATH + "/" + id);
    assertThat(request.text("status")).isEqualTo("PENDING");
    assertThat(request.text("maker")).isEqualTo("operator.wang");
    assertThat(request.text("target")).isEqualTo("customer:" + customer.id());
    assertThat(request.text("reason")).isEqualTo("补偿");
    assertThat(request.json().at("/changes").toString())
        .contains("\"field\":\"points\",\"before\":\"0\",\"after\":\"20000\"");
    assertThat(request.json().path("mayDecide").asBoolean()).isTrue();
  }

  @Test
  void aLightGrantNeedsNobodyElse() {
    Customers.Registered customer = Customers.registered();
    assertThat(grant(customer, MUCH.replace("20000", "10000")).status()).isEqualTo(201);
    assertThat(Mall.pointsOf(customer)).isEqualTo(10_000);
  }

  @Test
  void aLargeGrantCutIntoSmallOnesWaitsAllTheSame() {
    Customers.Registered customer = Customers.registered();
    String part = MUCH.replace("20000", "4000");
    assertThat(grant(customer, part).status()).isEqualTo(201);
    assertThat(grant(customer, part).status()).isEqualTo(201);

    String id = Approvals.waiting(grant(customer, part));

    assertThat(Mall.pointsOf(customer)).isEqualTo(8_000);
    Answer request = Callers.secondAdmin().get(Approvals.PATH + "/" + id);
    assertThat(request.json().path("weight").asLong()).isEqualTo(4_000);
    assertThat(request.json().path("together").asLong()).isEqualTo(12_000);
    // Another maker, or another customer, is another matter.
    assertThat(Callers.admin().post(customer.path() + "/points/grants", part).status())
        .isEqualTo(201);
    assertThat(grant(Customers.registered(), part).status()).isEqualTo(201);

    // What a second person has seen counts no further, and what he refused never happened.
    Approvals.approved(id);
    assertThat(Mall.pointsOf(customer)).isEqualTo(16_000);
    assertThat(grant(customer, part.replace("4000", "2000")).status()).isEqualTo(201);
    assertThat(grant(customer, part.replace("4000", "1")).status()).isEqualTo(202);
  }

  @Test
  void aRetriedGrantCountsOnce() {
    Customers.Registered customer = Customers.registered();
    Client operator = Callers.operator().withKey(UUID.randomUUID().toString());
    String path = customer.path() + "/points/grants";
    String part = MUCH.replace("20000", "6000");
    assertThat(operator.post(path, part).status()).isEqualTo(201);
    assertThat(operator.post(path, part).headerText("Idempotency-Replayed")).isEqualTo("true");
    assertThat(grant(customer, part.replace("6000", "4000")).status()).isEqualTo(201);
  }

  @Test
  void ofManySmallGrantsAtOnceNoMorePassThanOneLargeOneMay() {
    Customers.Registered customer = Customers.registered();
    String part = MUCH.replace("20000", "4000");
    List<CompletableFuture<Answer>> running =
        Stream.generate(
                () -> Callers.operator().postLater(customer.path() + "/points/grants", part))
            .limit(6)
            .toList();
    List<Integer> statuses =
        running.stream().map(CompletableFuture::join).map(Answer::status).toList();

    assertThat(statuses).doesNotContain(500).contains(202);
    assertThat(Mall.pointsOf(customer)).isLessThanOrEqualTo(10_000);
  }

  @Test
  void whatIsApprovedRunsAsItsMakerAndBothAreOnRecord() {
    Customers.Registered customer = Customers.registered();
    String id = Approvals.waiting(grant(customer, MUCH));

    Approvals.approved(id);

    assertThat(Mall.pointsOf(customer)).isEqualTo(20_000);
    assertThat(
            Sql.number(
                "select count(*) from audit.entry where action = 'points.grant' and outcome ="
                    + " 'DONE' and who = 'operator.wang' and approval = ?",
                UUID.fromString(id)))
        .isEqualTo(1);
    assertThat(
            Sql.number(
                "select count(*) from audit.entry where action = 'approval.approve' and outcome ="
                    + " 'DONE' and who = 'admin.wu' and target = ?",
                "approval:" + id))
        .isEqualTo(1);
  }

  @Test
  void noMakerApprovesHisOwnRequestWhateverHisRank() {
    String item = item(100, 10);
    String id = Approvals.waiting(reprice(Callers.admin(), item, 200));

    Answer own = Approvals.approve(Callers.admin(), id);

    assertThat(own.status()).as(own.toString()).isEqualTo(403);
    assertThat(own.code()).isEqualTo("approval.own-request");
    assertThat(Approvals.reject(Callers.admin(), id, "no").code())
        .isEqualTo("approval.own-request");
    assertThat(priceOf(item)).isEqualTo(100);
    assertThat(refused("approval.approve", "approval:" + id)).isEqualTo(1);
  }

  @Test
  void onlyARoleOfTheRuleDecides() {
    String id = Approvals.waiting(grant(Customers.registered(), MUCH));

    assertThat(Approvals.approve(Callers.handler(), id).code()).isEqualTo("approval.not-a-checker");
    assertThat(Approvals.approve(Callers.auditor(), id).status()).isEqualTo(403);
    assertThat(Approvals.approve(Callers.branch("B0101"), id).status()).isEqualTo(403);
    assertThat(Approvals.approve(Callers.newcomer(), id).status()).isEqualTo(403);
  }

  @Test
  void aRejectionStatesWhyAndEndsIt() {
    Customers.Registered customer = Customers.registered();
    String id = Approvals.waiting(grant(customer, MUCH));

    assertThat(Approvals.reject(Callers.secondAdmin(), id, null).status()).isEqualTo(400);
    assertThat(Approvals.reject(Callers.secondAdmin(), id, " ").status()).isEqualTo(400);
    Answer done = Approvals.reject(Callers.secondAdmin(), id, "金额有误");
    assertThat(done.text("status")).isEqualTo("REJECTED");

    Answer seen = Callers.operator().get(Approvals.PATH + "/" + id);
    assertThat(seen.text("decisionReason")).isEqualTo("金额有误");
    Answer late = Approvals.approve(Callers.secondAdmin(), id);
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.code()).isEqualTo("approval.decided");
    assertThat(Mall.pointsOf(customer)).isZero();
  }

  @Test
  void onlyItsMakerTakesARequestBack() {
    String id = Approvals.waiting(grant(Customers.registered(), MUCH));
    String path = Approvals.PATH + "/" + id + "/withdraw";

    assertThat(Callers.secondAdmin().ifMatch("\"0\"").post(path, "{}").code())
        .isEqualTo("approval.not-the-maker");
    assertThat(Callers.operator().ifMatch("\"0\"").post(path, "{}").text("status"))
        .isEqualTo("WITHDRAWN");
  }

  @Test
  void aSecondRequestForTheSameTargetIsRefusedAndNamesTheFirst() {
    Customers.Registered customer = Customers.registered();
    String first = Approvals.waiting(grant(customer, MUCH));

    Answer second = grant(customer, MUCH);

    assertThat(second.status()).as(second.toString()).isEqualTo(409);
    assertThat(second.code()).isEqualTo("approval.target-waits");
    assertThat(second.text("detail")).contains(first);
  }

  @Test
  void aRetryGetsTheSameRequestAndLaterTheAnswer() {
    Customers.Registered customer = Customers.registered();
    String path = customer.path() + "/points/grants";
    Client operator = Callers.operator().withKey(UUID.randomUUID().toString());

    String id = Approvals.waiting(operator.post(path, MUCH));
    assertThat(Approvals.waiting(operator.post(path, MUCH))).isEqualTo(id);
    assertThat(operator.post(path, MUCH.replace("20000", "20001")).code())
        .isEqualTo("idempotency.key-reused");

    Approvals.approved(id);
    Answer after = operator.post(path, MUCH);
    assertThat(after.status()).as(after.toString()).isEqualTo(201);
    assertThat(after.headerText("Idempotency-Replayed")).isEqualTo("true");
    assertThat(Mall.pointsOf(customer)).isEqualTo(20_000);
  }

  @Test
  void aTargetThatMovedOnVoidsTheRequestAndNoLongerBlocks() {
    String item = item(100, 10);
    String id = Approvals.waiting(reprice(Callers.admin(), item, 200));
    assertThat(move(Callers.secondAdmin(), item, 5).status()).isEqualTo(200);

    Answer answer = Approvals.approve(Callers.secondAdmin(), id);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("approval.moved");
    assertThat(Callers.admin().get(Approvals.PATH + "/" + id).text("status")).isEqualTo("MOVED");
    assertThat(priceOf(item)).isEqualTo(100);
    Approvals.approved(Approvals.waiting(reprice(Callers.admin(), item, 300)));
    assertThat(priceOf(item)).isEqualTo(300);
  }

  @Test
  void aRenamedItemNeedsNobodyButARepricedOneDoes() {
    String item = item(100, 10);
    assertThat(reprice(Callers.admin(), item, 100).status()).isEqualTo(200);
    assertThat(reprice(Callers.admin(), item, 99).status()).isEqualTo(202);
  }

  @Test
  void whatCannotSucceedNowLeavesTheRequestWaiting() {
    String sku = Mall.itemOnSale(1, 2000);
    String item = idOf(sku);
    String id = Approvals.waiting(move(Callers.admin(), item, -1500));
    Customers.Registered customer = Customers.registered();
    Mall.grant(customer, 1000);
    Mall.placed(customer, sku, 1000);

    Answer answer = Approvals.approve(Callers.secondAdmin(), id);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("stock.insufficient");
    assertThat(Callers.admin().get(Approvals.PATH + "/" + id).text("status")).isEqualTo("PENDING");
    assertThat(Mall.stockOf(sku)).isEqualTo(1000);
  }

  @Test
  void whatCouldNeverSucceedIsRefusedAtOnce() {
    String item = item(100, 10);
    Answer answer = move(Callers.admin(), item, -1500);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("stock.insufficient");
  }

  @Test
  void ordersDoNotStandInTheWayOfAnAdjustmentThatWaits() {
    String sku = Mall.itemOnSale(1, 10);
    String id = Approvals.waiting(move(Callers.admin(), idOf(sku), 1500));
    Customers.Registered customer = Customers.registered();
    Mall.grant(customer, 10);
    Mall.placed(customer, sku, 4);

    Approvals.approved(id);

    assertThat(Mall.stockOf(sku)).isEqualTo(1506);
  }

  @Test
  void anExpiredRequestIsRefusedAndEnds() {
    String id = Approvals.waiting(grant(Customers.registered(), MUCH));
    Sql.asOwner(
        "alter table approvals.request disable trigger guard",
        "update approvals.request set tried_at = tried_at - interval '9 days', made_at = made_at -"
            + " interval '9 days', expires_at = expires_at - interval '9 days' where id = '"
            + id
            + "'",
        "alter table approvals.request enable trigger guard");

    Answer answer = Approvals.approve(Callers.secondAdmin(), id);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("approval.expired");
    assertThat(Callers.operator().get(Approvals.PATH + "/" + id).text("status"))
        .isEqualTo("EXPIRED");
  }

  @Test
  void argumentsThatWereTamperedWithAreNotRun() {
    Customers.Registered customer = Customers.registered();
    String id = Approvals.waiting(grant(customer, MUCH));
    Sql.asOwner(
        "alter table approvals.request disable trigger guard",
        "update approvals.request set arguments = replace(arguments, '20000', '90000') where id = '"
            + id
            + "'",
        "alter table approvals.request enable trigger guard");

    assertThat(Approvals.approve(Callers.secondAdmin(), id).code()).isEqualTo("approval.tampered");
    assertThat(Mall.pointsOf(customer)).isZero();
  }

  @Test
  void ofTwoCheckersAtOnceOneWins() {
    String item = item(100, 10);
    String id = Approvals.waiting(reprice(Callers.admin(), item, 200));
    String path = Approvals.PATH + "/" + id + "/approve";

    List<CompletableFuture<Answer>> running =
        Stream.of(Callers.secondAdmin(), Callers.operator())
            .map(checker -> checker.ifMatch("\"0\"").postLater(path, ""))
            .toList();
    List<Integer> statuses =
        running.stream().map(CompletableFuture::join).map(Answer::status).sorted().toList();

    assertThat(statuses).containsExactly(200, 409);
    assertThat(priceOf(item)).isEqualTo(200);
    assertThat(trail("item.change", "DONE", id)).isEqualTo(1);
  }

  @Test
  void aDoubleClickApprovesOnce() {
    Customers.Registered customer = Customers.registered();
    String id = Approvals.waiting(grant(customer, MUCH));
    Client checker = Callers.secondAdmin().withKey(UUID.randomUUID().toString());

    assertThat(Approvals.approve(checker, id).status()).isEqualTo(200);
    Answer again = Approvals.approve(checker, id);

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.headerText("Idempotency-Replayed")).isEqualTo("true");
    assertThat(Mall.pointsOf(customer)).isEqualTo(20_000);
  }

  @Test
  void severalAreDecidedAtOnceAndOneThatFailsStopsNoOther() {
    Customers.Registered one = Customers.registered();
    Customers.Registered two = Customers.registered();
    String first = Approvals.waiting(grant(one, MUCH));
    String own = Approvals.waiting(reprice(Callers.secondAdmin(), item(5, 5), 6));
    String second = Approvals.waiting(grant(two, MUCH));

    Answer answer =
        Callers.secondAdmin()
            .post(
                Approvals.PATH + "/decisions",
                """
                {"decision": "APPROVE", "items": [{"id": "%s", "version": 0},
                 {"id": "%s", "version": 0}, {"id": "%s", "version": 0}]}
                """
                    .formatted(first, own, second));

    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.json().path("done").asInt()).isEqualTo(2);
    assertThat(answer.json().at("/results/1/problem/code").asText())
        .isEqualTo("approval.own-request");
    assertThat(Mall.pointsOf(one)).isEqualTo(20_000);
    assertThat(Mall.pointsOf(two)).isEqualTo(20_000);
  }

  @Test
  void everybodySeesHisOwnCheckersWhatTheyMayDecideAndAuditorsAll() {
    String id = Approvals.waiting(grant(Customers.registered(), MUCH));
    String path = Approvals.PATH + "/" + id;

    assertThat(Callers.operator().get(path).status()).isEqualTo(200);
    assertThat(Callers.secondAdmin().get(path).status()).isEqualTo(200);
    assertThat(Callers.auditor().get(path).json().path("mayDecide").asBoolean(true)).isFalse();
    assertThat(Callers.handler().get(path).status()).isEqualTo(404);
    assertThat(Callers.branch("B0101").get(path).status()).isEqualTo(404);
    assertThat(Callers.handler().get(Approvals.PATH).json().at("/items").size()).isZero();
    String list = Approvals.PATH + "?status=PENDING&action=points.grant&maker=operator.wang";
    assertThat(Callers.auditor().get(list).body()).contains(id);
    assertThat(Callers.secondAdmin().get(list + "&decidable=yes").body()).contains(id);
    assertThat(Callers.operator().get(list + "&decidable=yes").body()).doesNotContain(id);
  }

  @Test
  void aRoleIsGrantedAtTheIdentityProviderOnlyWhenApproved() {
    String user = KeycloakAdmin.userId("newcomer.sun");
    String path = "/api/v1/users/" + user;
    String id =
        Approvals.waiting(
            Callers.admin().post(path + "/grants", "{\"role\": \"OPERATOR\", \"reason\": \"转岗\"}"));
    try {
      assertThat(Callers.admin().get(path).json().at("/roles").toString())
          .doesNotContain("OPERATOR");
      assertThat(
              Callers.secondAdmin().get(Approvals.PATH + "/" + id).json().at("/changes").toString())
          .contains("newcomer.sun")
          .contains("\"after\":\"operator\"");

      Approvals.approved(id);

      assertThat(Callers.admin().get(path).json().at("/roles").toString()).contains("OPERATOR");
    } finally {
      KeycloakAdmin.revoke(user, "operator");
    }
  }

  @Test
  void nobodyIsAnAuditorAndSomethingElse() {
    String user = KeycloakAdmin.userId("newcomer.sun");
    String grants = "/api/v1/users/" + user + "/grants";
    String operator = "{\"role\": \"OPERATOR\", \"reason\": \"转岗\"}";
    KeycloakAdmin.grant(user, "auditor");
    try {
      Answer answer = Callers.admin().post(grants, operator);
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.code()).isEqualTo("access.separation-of-duties");
    } finally {
      KeycloakAdmin.revoke(user, "auditor");
    }
    KeycloakAdmin.grant(user, "operator");
    try {
      assertThat(Callers.admin().post(grants, operator.replace("OPERATOR", "AUDITOR")).code())
          .isEqualTo("access.separation-of-duties");
    } finally {
      KeycloakAdmin.revoke(user, "operator");
    }
  }

  @Test
  void whatSomebodyAskedForWhoHasLostHisRoleSinceIsRefusedAndEnds() {
    String user = KeycloakAdmin.userId("operator.wang");
    Customers.Registered customer = Customers.registered();
    String id = Approvals.waiting(grant(customer, MUCH));
    KeycloakAdmin.revoke(user, "operator");
    try {
      Answer answer = Approvals.approve(Callers.secondAdmin(), id);
      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.code()).isEqualTo("approval.maker-may-not");
    } finally {
      KeycloakAdmin.grant(user, "operator");
    }
    Answer seen = Callers.secondAdmin().get(Approvals.PATH + "/" + id);
    assertThat(seen.text("status")).isEqualTo("REFUSED");
    assertThat(Mall.pointsOf(customer)).isZero();
    assertThat(
            Sql.number(
                "select count(*) from audit.entry where action = 'approval.approve' and outcome ="
                    + " 'FAILED' and error_code = 'approval.maker-may-not' and target = ?",
                "approval:" + id))
        .isEqualTo(1);
    // It no longer stands in the way of another one.
    Approvals.waiting(grant(customer, MUCH));
  }

  @Test
  void whoHasLostTheRoleOfACheckerDecidesNothingWithHisOldToken() {
    String user = KeycloakAdmin.userId("admin.wu");
    String id = Approvals.waiting(grant(Customers.registered(), MUCH));
    assertThat(Callers.secondAdmin().get(Approvals.PATH + "/" + id).status()).isEqualTo(200);
    KeycloakAdmin.revoke(user, "head-office-admin");
    try {
      assertThat(Approvals.approve(Callers.secondAdmin(), id).code())
          .isEqualTo("approval.not-a-checker");
    } finally {
      KeycloakAdmin.grant(user, "head-office-admin");
    }
    Approvals.approved(id);
  }

  @Test
  void theFileOfAnImportThatIsRejectedIsGoneAndItsEndOnRecord() {
    String name = "rejected-" + UUID.randomUUID() + ".csv";
    Answer asked =
        Callers.admin()
            .post(
                "/api/v1/imports?kind=bank-customers&filename=" + name,
                ("CLIENTNUM\n" + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8),
                "text/csv");
    String id = Approvals.waiting(asked);
    String target = Callers.secondAdmin().get(Approvals.PATH + "/" + id).text("target");

    assertThat(Approvals.reject(Callers.secondAdmin(), id, "错误的文件").status()).isEqualTo(200);

    Waiting.until(
        30,
        () ->
            Sql.number(
                "select count(*) from audit.entry where action = 'import.remove-file'"
                    + " and target = ? and approval = ?",
                target,
                UUID.fromString(id)),
        rows -> rows == 1);
    assertThat(RunningHeyi.get().uploads().resolve(target.substring("import-file:".length())))
        .doesNotExist();
  }

  @Test
  void aRuleIsChangedUnderFourEyesAndThenHolds() {
    setRule("account.open", true);
    try {
      Customers.Registered customer = Customers.registered();
      Answer open =
          Callers.operator()
              .ifMatch(customer.etag())
              .post(customer.path() + "/accounts", "{\"type\": \"I\"}");
      String id = Approvals.waiting(open);
      assertThat(Approvals.approve(Callers.admin(), id).status()).isEqualTo(200);
      assertThat(Callers.operator().get(customer.path()).json().at("/accounts").size())
          .isEqualTo(1);

      Customers.Registered second = Customers.registered();
      String fault = openBySoap(second);
      assertThat(fault).contains("<code>approval.pending</code>").contains("<status>202</status>");
      String bySoap = fault.replaceAll("(?s).*<approval>([0-9a-f-]{36})</approval>.*", "$1");
      Answer seen = Callers.branch("B0101").get(Approvals.PATH + "/" + bySoap);
      assertThat(seen.text("channel")).as(seen.toString()).isEqualTo("SOAP");
      Approvals.approved(bySoap);
      assertThat(Callers.operator().get(second.path()).json().at("/accounts").size()).isEqualTo(1);
    } finally {
      setRule("account.open", false);
    }
  }

  @Test
  void aRuleCannotBeSetForWhatDoesNotExistOrForApprovalsThemselves() {
    assertThat(put("no.such", null).code()).isEqualTo("approval-rule.action-unknown");
    assertThat(put("approval.approve", null).code()).isEqualTo("approval-rule.action-fixed");
    assertThat(put("approval-rule.set", null).code()).isEqualTo("approval-rule.action-fixed");
    assertThat(put("import.stop", 5L).code()).isEqualTo("approval-rule.no-amount");
    for (String hours : List.of("0", "721", "-1")) {
      Answer wrong = put("item.change", 5L, hours);
      assertThat(wrong.status()).as(hours).isEqualTo(400);
      assertThat(wrong.json().at("/errors/0/field").asText()).isEqualTo("withinHours");
    }
    assertThat(put("item.change", null, "24").code()).isEqualTo("approval-rule.nothing-adds-up");
    Answer all = Callers.auditor().get("/api/v1/approval-rules");
    assertThat(all.body()).contains("approval-rule.set", "complaint.close");
  }

  private static String openBySoap(Customers.Registered customer) {
    String envelope =
        """
        <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"
          xmlns:h="urn:heyi:branch:1"><s:Body><h:openAccount><requestId>%s</requestId>
          <customerId>%s</customerId><expectedVersion>0</expectedVersion><type>I</type>
          </h:openAccount></s:Body></s:Envelope>
        """
            .formatted(UUID.randomUUID(), customer.id());
    return Callers.branch("B0101")
        .post("/soap/branch", envelope.getBytes(StandardCharsets.UTF_8), "text/xml;charset=UTF-8")
        .body();
  }

  private static void setRule(String action, boolean active) {
    Approvals.ruleSet(
        action,
        "\"checkers\": [\"HEAD_OFFICE_ADMIN\"], \"expiresAfterHours\": 24, \"active\": " + active);
  }

  private static Answer put(String action, Long above) {
    return put(action, above, "null");
  }

  private static Answer put(String action, Long above, String within) {
    return Callers.admin()
        .ifMatch("\"0\"")
        .put(
            RULES + action,
            """
            {"above": %s, "withinHours": %s, "checkers": ["HEAD_OFFICE_ADMIN"],
             "expiresAfterHours": 24, "active": true, "reason": "试行"}
            """
                .formatted(above, within));
  }

  private static Answer grant(Customers.Registered customer, String body) {
    return Callers.operator().post(customer.path() + "/points/grants", body);
  }

  private static String item(long price, long stock) {
    return idOf(Mall.itemOnSale(price, stock));
  }

  private static String idOf(String sku) {
    return Callers.admin().get(Mall.ITEMS + "?sku=" + sku).json().at("/items/0/id").asText();
  }

  private static Answer reprice(Client maker, String item, long price) {
    Answer now = maker.get(Mall.ITEMS + "/" + item);
    return maker
        .ifMatch(now.etag())
        .put(
            Mall.ITEMS + "/" + item,
            "{\"name\": \"新名\", \"price\": %d, \"status\": \"ON_SALE\"}".formatted(price));
  }

  private static Answer move(Client maker, String item, long delta) {
    Answer now = maker.get(Mall.ITEMS + "/" + item);
    return maker
        .ifMatch(now.etag())
        .post(
            Mall.ITEMS + "/" + item + "/stock-movements",
            "{\"delta\": %d, \"reason\": \"盘点\"}".formatted(delta));
  }

  private static long priceOf(String item) {
    return Callers.admin().get(Mall.ITEMS + "/" + item).json().path("price").asLong();
  }

  private static long trail(String action, String outcome, String approval) {
    return Sql.number(
        "select count(*) from audit.entry where action = ? and outcome = ? and approval = ?",
        action,
        outcome,
        UUID.fromString(approval));
  }

  private static long refused(String action, String target) {
    return Sql.number(
        "select count(*) from audit.entry where action = ? and outcome = 'REFUSED' and target = ?",
        action,
        target);
  }
}
