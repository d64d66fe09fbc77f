package com.heyi.web.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.heyi.testing.Answer;
import com.heyi.testing.Approvals;
import com.heyi.testing.Callers;
import com.heyi.testing.Client;
import com.heyi.testing.Customers;
import com.heyi.testing.Mall;
import com.heyi.testing.People;
import com.heyi.testing.RunningHeyi;
import com.heyi.testing.Sql;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** Export and erasure on the running platform: everything that a real call leaves anywhere. */
class ErasureIT {
  private static final String ERASURES = "/api/v1/privacy/erasures";

  @Test
  void afterAnErasureNoTableOfAnySchemaTellsWhoHeWas() {
    String residentId = People.residentId();
    String phone = "139" + (10_000_000 + Math.abs(UUID.randomUUID().hashCode()) % 89_000_000);
    String mark =
        "Marked"
            + UUID.randomUUID()
                .toString()
                .substring(0, 8)
                .chars()
                .mapToObj(c -> String.valueOf((char) ('a' + c % 20)))
                .collect(Collectors.joining());
    Answer registered =
        Callers.operator()
            .post(
                Customers.PATH,
                """
                {"name": "%s", "residentId": "%s", "phone": "%s", "address": "%s", "homeBranch": "B0101"}
                """
                    .formatted(mark, residentId, phone, mark + " Road 1"));
    assertThat(registered.status()).isEqualTo(201);
    String id = registered.text("id");
    String number = registered.text("number");
    Answer linked =
        Callers.operator()
            .ifMatch(registered.etag())
            .post(
                Customers.PATH + "/" + id + "/identities",
                "{\"app\": \"CARD\", \"externalId\": \"" + mark + "-ext\"}");
    assertThat(linked.status()).isEqualTo(200);
    Answer complained =
        Callers.handler()
            .post(
                "/api/v1/complaints",
                """
                {"channel": "COUNTER", "customer": "%s", "complainantName": "%s",
                 "complainantContact": "%s", "product": "Card", "narrative": "I, %s, waited"}
                """
                    .formatted(id, mark, phone, mark));
    assertThat(complained.status()).isEqualTo(201);
    Client.bearing(Callers.tokenOf("operator.wang"))
        .post(Customers.PATH + "/search", "{\"residentId\": \"%s\"}".formatted(residentId));

    assertThat(ask(id).code()).isEqualTo("erasure.hindered");
    withdraw(complained.text("id"), complained.etag());
    Answer young = ask(id);
    assertThat(young.code()).isEqualTo("erasure.hindered");
    assertThat(young.body()).containsPattern("20\\d\\d-\\d\\d-\\d\\d");
    // Four years later, as far as the desk can tell.
    owner(
        "update complaints.complaint set received_at = received_at - interval '4 years',"
            + " closed_at = closed_at - interval '4 years' where id = '"
            + complained.text("id")
            + "'");
    assertThat(holding(mark)).isNotEmpty();

    long rows = Sql.number("select count(*) from audit.entry where target = ?", "customer:" + id);
    long hashes = trailOf(id, rows);
    assertThat(rows).isGreaterThan(3);

    JsonNode erased = erased(id, residentId, phone);

    assertThat(trailOf(id, rows)).as("no row of the trail was touched").isEqualTo(hashes);
    assertThat(holding(mark)).isEmpty();
    assertThat(holding(residentId)).isEmpty();
    assertThat(holding(phone)).isEmpty();
    assertThat(holding(number)).isEmpty();
    Answer seen = Callers.operator().get(Customers.PATH + "/" + id);
    assertThat(seen.text("identityStatus")).isEqualTo("ERASED");
    assertThat(seen.text("name")).isEqualTo("已删除客户");
    Map<String, String> asked = Map.of("number", number, "residentId", residentId, "name", mark);
    asked.forEach(
        (name, value) -> {
          Answer found =
              Callers.operator()
                  .post(Customers.PATH + "/search", "{\"%s\": \"%s\"}".formatted(name, value));
          assertThat(found.status()).as(name).isEqualTo(200);
          assertThat(found.json().at("/items")).as(name).isEmpty();
        });
    Answer again = Callers.operator().post(Customers.PATH, Customers.body(residentId, "B0101"));
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.text("id")).isNotEqualTo(id);
    assertThat(
            Sql.number(
                "select count(*) from audit.entry where action = 'privacy.erase' and target = ?"
                    + " and outcome = 'DONE'",
                "customer:" + id))
        .isEqualTo(1);
    assertThat(Sql.number("select coalesce(sum(amount), 0) from mall.posting")).isZero();
    Answer receipt = Callers.auditor().get(ERASURES + "/" + erased.path("id").asText());
    assertThat(receipt.status()).isEqualTo(200);
    assertThat(receipt.text("customerId")).isEqualTo(id);
  }

  @Test
  void nothingIsDoneAnyMoreForACustomerWhoIsErased() {
    Customers.Registered customer = Customers.registered();
    erased(customer.id());
    Answer granted =
        Callers.operator()
            .post(customer.path() + "/points/grants", "{\"points\": 5, \"reason\": \"x\"}");
    assertThat(granted.code()).isEqualTo("customer.erased");
    assertThat(ask(customer.id()).code()).isEqualTo("customer.erased");
  }

  @Test
  void anErasureIsRefusedWhilePointsAreLeft() {
    Customers.Registered customer = Customers.registered();
    Mall.grant(customer, 50);
    assertThat(ask(customer.id()).code()).isEqualTo("erasure.hindered");
  }

  @Test
  void onlyAnAdministratorExportsAndErases() {
    Customers.Registered customer = Customers.registered();
    String body = "{\"customerId\": \"" + customer.id() + "\", \"reason\": \"asked\"}";
    for (Client other :
        List.of(
            Callers.operator(), Callers.handler(), Callers.auditor(), Callers.branch("B0101"))) {
      assertThat(other.ifMatch("\"0\"").post(ERASURES, body).status()).isEqualTo(403);
      assertThat(other.post("/api/v1/privacy/exports", body).status()).isEqualTo(403);
    }
    assertThat(Callers.auditor().get("/api/v1/privacy/retention").status()).isEqualTo(200);
    assertThat(
            Callers.auditor()
                .ifMatch("\"0\"")
                .post(
                    "/api/v1/privacy/retention/import-uploads",
                    "{\"keepDays\": 31, \"reason\": \"x\"}")
                .status())
        .isEqualTo(403);
  }

  @Test
  void aPeriodBelowTheLegalMinimumIsRefused() {
    Answer refused =
        Callers.admin()
            .ifMatch("\"0\"")
            .post(
                "/api/v1/privacy/retention/identity-records",
                "{\"keepDays\": 100, \"reason\": \"space\"}");
    assertThat(refused.code()).isEqualTo("retention.below-minimum");
    assertThat(refused.body()).contains("3,653");
  }

  @Test
  void theTrailHasTheHashOfTheExportedFile() throws Exception {
    Customers.Registered customer = Customers.registered();
    Mall.grant(customer, 50);
    HttpResponse<byte[]> answer = export(customer.id());
    assertThat(answer.statusCode()).isEqualTo(200);
    String hash =
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(answer.body()));
    assertThat(answer.headers().firstValue("X-Content-SHA256")).contains(hash);
    List<String> entries = new ArrayList<>();
    String json = null;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.add(entry.getName());
        if (entry.getName().equals("person.json")) {
          json = new String(zip.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
      }
    }
    assertThat(entries)
        .containsExactlyInAnyOrder(
            "person.json",
            "summary_zh-CN.html",
            "summary_zh-TW.html",
            "summary_en.html",
            "FORMAT.txt");
    assertThat(json).contains(customer.residentId(), customer.number(), "customer.register");
    assertThat(
            Sql.number(
                "select count(*) from audit.entry where action = 'privacy.export' and target = ?"
                    + " and changes::text like ? and reason = 'he asked'",
                "customer:" + customer.id(),
                "%" + hash + "%"))
        .isEqualTo(1);
  }

  /** Asks for the erasure; what stands against it is told at once, else it waits for another. */
  private static Answer ask(String id) {
    return ask(id, "he asked for it");
  }

  private static Answer ask(String id, String reason) {
    Answer now = Callers.admin().get(Customers.PATH + "/" + id);
    return Callers.admin()
        .ifMatch(now.etag())
        .post(ERASURES, "{\"customerId\": \"" + id + "\", \"reason\": \"" + reason + "\"}");
  }

  /** Asks, has it approved by a second administrator and answers the receipt. */
  private static JsonNode erased(String id, String... marks) {
    Answer asked = ask(id, "he asked " + String.join(", ", marks));
    assertThat(asked.status()).as(asked.body()).isEqualTo(202);
    assertThat(
            Sql.number(
                "select count(*) from accounts.customer where id = ?::uuid"
                    + " and identity_status = 'ERASED'",
                id))
        .as("nothing is erased before a second person agrees")
        .isZero();
    assertThat(Approvals.approve(Callers.admin(), Approvals.waiting(asked)).status())
        .isEqualTo(403);
    Answer approved = Approvals.approve(Callers.secondAdmin(), Approvals.waiting(asked));
    assertThat(approved.status()).as(approved.body()).isEqualTo(200);
    return Callers.auditor().get(ERASURES + "?customer=" + id).json().at("/items/0");
  }

  /** A number that stands for the first rows of the trail about him, each column of each. */
  private static long trailOf(String id, long rows) {
    return Sql.number(
        "select (sum(hashtextextended(row, 0)) % 1000000007)::bigint from (select e::text as row"
            + " from audit.entry e where target = ? order by id limit ?) trail",
        "customer:" + id, rows);
  }

  private static void withdraw(String complaint, String etag) {
    Answer withdrawn =
        Callers.handler()
            .ifMatch(etag)
            .post(
                "/api/v1/complaints/" + complaint + "/withdrawal",
                "{\"proof\": \"letter of today\", \"reason\": \"he asked\"}");
    assertThat(withdrawn.status()).as(withdrawn.body()).isEqualTo(200);
  }

  private static HttpResponse<byte[]> export(String id) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(RunningHeyi.get().url() + "/api/v1/privacy/exports"))
                .header("Authorization", "Bearer " + Callers.tokenOf("admin.li"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/zip")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(
                    BodyPublishers.ofString(
                        "{\"customerId\": \"" + id + "\", \"reason\": \"he asked\"}"))
                .build(),
            BodyHandlers.ofByteArray());
  }

  /** Every table of every schema, the identity provider's and the server's too. */
  private static List<String> holding(String text) {
    List<String> found = new ArrayList<>();
    try (Connection connection = superuser()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet rows =
          connection
              .createStatement()
              .executeQuery(
                  "select format('%I.%I', schemaname, tablename) from pg_tables"
                      + " where schemaname not in ('pg_catalog', 'information_schema')")) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      for (String table : tables) {
        try (PreparedStatement search =
            connection.prepareStatement(
                "select 1 from " + table + " t where position(? in t::text) > 0 limit 1")) {
          search.setString(1, text);
          try (ResultSet hit = search.executeQuery()) {
            if (hit.next()) {
              found.add(table);
            }
          }
        }
      }
      return found;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static void owner(String sql) {
    try (Connection connection = superuser()) {
      connection.createStatement().execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static Connection superuser() throws SQLException {
    var login = RunningHeyi.get().superuser();
    return DriverManager.getConnection(
        RunningHeyi.get().database().url(), login.user(), login.password());
  }
}
