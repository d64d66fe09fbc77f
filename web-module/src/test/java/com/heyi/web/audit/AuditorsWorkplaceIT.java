package com.heyi.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.heyi.shared.value.Sha256;
import com.heyi.testing.Answer;
import com.heyi.testing.Callers;
import com.heyi.testing.Client;
import com.heyi.testing.Customers;
import com.heyi.testing.Mall;
import com.heyi.testing.Sql;
import java.net.http.HttpResponse;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an auditor finds of what others did, over REST. */
class AuditorsWorkplaceIT {
  private static final String AUDIT = "/api/v1/audit";
  private final Client auditor = Callers.auditor();

  @Test
  void aCommandLeavesItsChangesMaskedAndTheRevisionThatKeepsThemInFull() {
    Customers.Registered customer = Customers.registered();
    Answer row = auditor.get(AUDIT + "?action=customer.register&target=customer:" + customer.id());
    JsonNode entry = row.json().path("items").path(0);

    assertThat(entry.path("changes"))
        .extracting(change -> change.path("field").asText())
        .contains("name", "residentId", "phone", "homeBranch");
    assertThat(row.body()).doesNotContain(customer.residentId());
    assertThat(
            Sql.number(
                "select count(*) from accounts.customer_history h join audit.revision r on r.id ="
                    + " h.revision where h.id = ? and h.resident_id = ? and r.id = ? and r.action ="
                    + " 'customer.register' and r.who = 'operator.wang'",
                UUID.fromString(customer.id()),
                customer.residentId(),
                entry.path("revision").asLong()))
        .isEqualTo(1);
  }

  @Test
  void theTimelineOfACustomerCrossesTheModules() {
    Customers.Registered customer = Customers.registered();
    Mall.grant(customer, 500);
    String order = Mall.placed(customer, Mall.itemOnSale(100, 10), 2).text("id");

    List<String> actions =
        texts(auditor.get(AUDIT + "/timeline?of=" + customer.number()).json(), "action");
    assertThat(actions).contains("customer.register", "points.grant", "order.place");
    assertThat(auditor.get(AUDIT + "/timeline?of=order:" + order).body()).contains("order.place");
    assertThat(auditor.get(AUDIT + "/timeline?of=C999999999").status()).isEqualTo(404);
  }

  @Test
  void theTimelineOfACaseHoldsItsSteps() {
    Answer recorded =
        Callers.operator()
            .post(
                "/api/v1/complaints",
                """
                {"channel": "APP", "complainantContact": "13800138000", "branch": "B0101",
                 "product": "信用卡", "narrative": "多收了年费"}
                """);
    String complaint = recorded.text("id");
    Callers.handler()
        .ifMatch(recorded.etag())
        .post("/api/v1/complaints/" + complaint + "/acceptance", "{}");

    assertThat(texts(auditor.get(AUDIT + "/timeline?of=complaint:" + complaint).json(), "action"))
        .contains("complaint.record", "complaint.accept");
  }

  @Test
  void theFourEyesHistoryOfACustomerHoldsWhatWasApprovedAndNothingElse() {
    Customers.Registered customer = Customers.registered();
    Mall.grant(customer, 5);
    Mall.grant(customer, 20_000);

    JsonNode rows =
        auditor.get(AUDIT + "/timeline?of=customer:" + customer.id() + "&approval=any").json();
    assertThat(texts(rows, "action")).contains("points.grant").doesNotContain("customer.register");
    assertThat(rows.path("items"))
        .allSatisfy(row -> assertThat(row.path("approval").asText()).hasSize(36));
    assertThat(texts(rows, "outcome")).contains("DONE", "PENDING");
  }

  @Test
  void twoVersionsOfARecordAreComparedFieldByField() {
    String sku = Mall.itemOnSale(100, 10);
    String id = Callers.admin().get(Mall.ITEMS + "?sku=" + sku).json().at("/items/0/id").asText();
    Answer item = Callers.admin().get(Mall.ITEMS + "/" + id);
    Answer renamed =
        Callers.admin()
            .ifMatch(item.etag())
            .put(
                Mall.ITEMS + "/" + id,
                "{\"name\": \"雨伞 %s\", \"price\": 100, \"status\": \"ON_SALE\"}".formatted(sku));
    assertThat(renamed.status()).as(renamed.toString()).isEqualTo(200);
    String record = AUDIT + "/records/item/" + id;
    List<Long> revisions =
        StreamSupport.stream(auditor.get(record + "/versions").json().spliterator(), false)
            .map(version -> version.path("revision").asLong())
            .sorted()
            .toList();
    assertThat(revisions).hasSize(2);

    JsonNode differences =
        auditor
            .get(
                record
                    + "/comparison?earlier=%d&later=%d"
                        .formatted(revisions.get(0), revisions.get(1)))
            .json();

    assertThat(differences)
        .filteredOn(difference -> difference.path("changed").asBoolean())
        .extracting(difference -> difference.path("field").asText())
        .contains("name")
        .doesNotContain("price", "sku");
    assertThat(differences.toString()).contains("测试商品 " + sku, "雨伞 " + sku);
  }

  @Test
  void whatCountsAsUnusualIsConfigured() {
    JsonNode thresholds = auditor.get(AUDIT + "/unusual-reads").json().path("thresholds");
    assertThat(thresholds.path("lookedAt").asInt())
        .as("as the suite sets heyi.audit.reads.looked-at-days")
        .isEqualTo(31);
    assertThat(thresholds.path("fewest").asInt()).isEqualTo(20);
  }

  @Test
  void aValueIsRevealedForAReasonAndTheTrailKeepsWhoAndWhyAndNotTheValue() {
    Customers.Registered customer = Customers.registered();
    String record = AUDIT + "/records/customer/" + customer.id();
    long revision = auditor.get(record + "/versions").json().path(0).path("revision").asLong();
    // Letters only: twelve digits in a row would be masked as an account number.
    String reason = "核查投诉人身份 " + UUID.randomUUID().toString().replaceAll("\\d", "x");

    Answer compared =
        auditor.get(record + "/comparison?earlier=" + revision + "&later=" + revision);
    assertThat(compared.body()).doesNotContain(customer.residentId());
    Answer revealed = reveal(customer, revision, "residentId", reason);
    assertThat(revealed.text("value")).isEqualTo(customer.residentId());
    assertThat(revealed.headerText("Cache-Control")).contains("no-store");

    Answer trail =
        auditor.post(
            AUDIT + "/search",
            "{\"filters\":{\"action\":\"audit.reveal\",\"text\":\"%s\"}}"
                .formatted(reason.substring(8)));
    assertThat(trail.json().path("items")).hasSize(1);
    assertThat(trail.body())
        .contains("residentId@" + revision)
        .contains("auditor.chen")
        .doesNotContain(customer.residentId());
  }

  @Test
  void withoutAGoodReasonNothingIsRevealed() {
    Customers.Registered customer = Customers.registered();

    Answer refused = reveal(customer, 1, "residentId", "看看");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("\"reason\"").doesNotContain(customer.residentId());
    Client operator = Callers.operator();
    assertThat(operator.post(AUDIT + "/reveals", body(customer, 1, "phone", "x")).status())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "xlsx", "pdf"})
  void anExportIsRecordedWithItsHashBeforeItIsHandedOver(String format) {
    Customers.Registered customer = Customers.registered();
    HttpResponse<byte[]> file =
        auditor.file(AUDIT + "/exports?format=" + format + "&target=customer:" + customer.id());
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("." + format);

    JsonNode row = auditor.get(AUDIT + "?action=audit.export&limit=1").json().path("items").path(0);
    assertThat(row.path("changes").path(0).path("id").asText())
        .isEqualTo(HexFormat.of().formatHex(Sha256.digest().digest(file.body())));
    assertThat(row.path("changes").toString())
        .contains(format.toUpperCase(java.util.Locale.ROOT))
        .contains(customer.id());
  }

  @Test
  void anAuditorKeepsHisOwnSearches() {
    String name = "夜间 " + UUID.randomUUID();
    Answer kept =
        auditor.post(
            AUDIT + "/searches", "{\"name\":\"" + name + "\",\"query\":\"?action=audit.export\"}");
    assertThat(kept.status()).isEqualTo(201);
    String path = AUDIT + "/searches/" + kept.text("id");

    assertThat(auditor.put(path, "{\"name\":\"x\"}").status()).isEqualTo(428);
    Answer renamed = auditor.ifMatch(kept.etag()).put(path, "{\"name\":\"" + name + " 2\"}");
    assertThat(renamed.text("name")).isEqualTo(name + " 2");
    assertThat(auditor.get(AUDIT + "/searches").body()).contains(name + " 2");
    assertThat(auditor.ifMatch(kept.etag()).delete(path).status()).isEqualTo(412);
    Client current = auditor.ifMatch(renamed.etag());
    assertThat(current.delete(path).status()).isEqualTo(204);
    assertThat(current.delete(path).status()).isEqualTo(404);
  }

  @Test
  void oddQuestionsAreAnsweredAsMistakes() {
    assertThat(auditor.get(AUDIT + "/exports?format=exe").status()).isEqualTo(400);
    assertThat(auditor.get(AUDIT + "?approval=x").status()).isEqualTo(400);
    assertThat(auditor.get(AUDIT + "?nonsense=1").status()).isEqualTo(400);
    assertThat(auditor.get(AUDIT + "/records/entry/1/versions").status()).isEqualTo(404);
    assertThat(auditor.get(AUDIT + "/records/customer/no-id/versions").status()).isEqualTo(404);
    assertThat(auditor.post(AUDIT + "/search", "{\"filters\":{\"text\":\"'\\\"%_\\\\\"}}").status())
        .isEqualTo(200);
    assertThat(auditor.post(AUDIT + "/search", "{\"filters\":{\"nonsense\":\"1\"}}").status())
        .isEqualTo(400);
  }

  @Test
  void whatIsTypedFreelyStandsInNoAddress() {
    for (String path :
        java.util.List.of(AUDIT + "?", AUDIT + "/exports?", AUDIT + "/timeline?of=C1&")) {
      Answer refused = auditor.get(path + "text=x");
      assertThat(refused.status()).as(path).isIn(400, 404);
      if (!path.contains("timeline")) {
        assertThat(refused.code()).isEqualTo("request.personal-in-address");
        assertThat(refused.text("detail")).contains("POST /api/v1/audit/");
      }
    }
  }

  @Test
  void anExportByFreeTextLeavesTheTextMaskedInTheTrail() {
    Customers.Registered customer = Customers.registered();
    String typed = "李" + UUID.randomUUID() + " " + customer.residentId();
    Answer file =
        auditor.post(
            AUDIT + "/exports",
            "{\"format\":\"csv\",\"filters\":{\"text\":\"%s\",\"who\":\"%s\"}}"
                .formatted(typed, customer.residentId()));
    assertThat(file.status()).as(file.toString()).isEqualTo(200);

    Answer row = auditor.get(AUDIT + "?action=audit.export&limit=1");
    assertThat(row.body())
        .contains("text=李***")
        .contains("who=***")
        .doesNotContain(typed)
        .doesNotContain(customer.residentId());
  }

  @Test
  void aTimelineIsSearchedByFreeTextToo() {
    Customers.Registered customer = Customers.registered();
    Answer found =
        auditor.post(
            AUDIT + "/search",
            "{\"of\":\"%s\",\"filters\":{\"text\":\"customer.regist\"}}"
                .formatted(customer.number()));
    assertThat(found.json().path("items")).isNotEmpty();
  }

  private Answer reveal(Customers.Registered customer, long revision, String field, String reason) {
    return auditor.post(AUDIT + "/reveals", body(customer, revision, field, reason));
  }

  private static String body(
      Customers.Registered customer, long revision, String field, String reason) {
    return """
    {"subject": {"thing": "customer", "id": "%s"}, "revision": %d, "field": "%s", "reason": "%s"}
    """
        .formatted(customer.id(), revision, field, reason);
  }

  private static List<String> texts(JsonNode list, String property) {
    return StreamSupport.stream(list.path("items").spliterator(), false)
        .map(item -> item.path(property).asText())
        .toList();
  }
}
