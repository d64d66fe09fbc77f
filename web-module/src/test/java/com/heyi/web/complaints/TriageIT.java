package com.heyi.web.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.heyi.testing.Answer;
import com.heyi.testing.Callers;
import com.heyi.testing.Cases;
import com.heyi.testing.Client;
import com.heyi.testing.Desk;
import com.heyi.testing.Sql;
import com.heyi.testing.Waiting;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a batch suggests by product and issue reaches the handler, and his word is counted. */
class TriageIT {
  private static final String PATH = "/api/v1/complaints";
  private static final int FEWEST = 5;

  private final String product = "黄金积存" + UUID.randomUUID().toString().substring(0, 6);

  @Test
  void aHandlerSaysWhetherWhatClosedCasesPointToIsRight() {
    for (int i = 0; i < FEWEST; i++) {
      closed();
    }
    Answer open = recorded();
    long before = accepted();
    batch();

    try (Desk handler = Desk.of("handler.zhao")) {
      handler.open("/complaints/complaint.xhtml?id=" + open.text("id"));
      handler.picture("triage-suggested-by-facets");
      handler.button("page.triage.right").click();
      handler.awaitText("[id='triage']", Desk.text("page.triage.was-accepted"));
      handler.picture("triage-said-right");
      handler.open("/complaints/triage.xhtml");
      assertThat(handler.page().locator("main").textContent())
          .contains(Desk.text("page.triage.hints"));
      handler.picture("triage-figures");
    }
    assertThat(accepted()).isEqualTo(before + 1);

    JsonNode seen =
        Callers.auditor().get("/api/v1/triage/complaints/" + open.text("id")).json().path("hints");
    assertThat(seen.findValues("accepted")).filteredOn(JsonNode::asBoolean).hasSize(1);
    Answer again =
        Callers.handler()
            .ifMatch(open.etag())
            .post(
                "/api/v1/triage/complaints/" + open.text("id") + "/hint-decisions",
                "{\"hint\": \"CAUSE\", \"accepted\": false}");
    assertThat(again.code()).isEqualTo("triage.decided");
    Answer unknown =
        Callers.handler()
            .ifMatch(open.etag())
            .post(
                "/api/v1/triage/complaints/" + open.text("id") + "/hint-decisions",
                "{\"accepted\": false}");
    assertThat(unknown.status()).as(unknown.toString()).isEqualTo(400);
  }

  /** The servers vanished: nobody holds the run, and its lease has run out. */
  @Test
  void aTrainingWhoseServerVanishedGoesOnWithoutARestartOrIsGivenUpAndThePageSaysSo() {
    leftBehind(3);
    JsonNode given = awaited("FAILED");
    assertThat(given.path("trouble").asText()).isEqualTo("left");
    leftBehind(1);
    JsonNode done = awaited("FINISHED");
    assertThat(done.path("takenUp").asInt()).isEqualTo(1);

    try (Desk admin = Desk.of("admin.li")) {
      admin.open("/complaints/triage.xhtml");
      assertThat(admin.page().locator("main").textContent())
          .contains(Desk.text("page.triage.trouble.left"))
          .contains(Desk.text("page.triage.taken-up").split("\\{0}")[0].strip());
      admin.picture("triage-taken-up");
    }
    Answer anew = Callers.admin().post("/api/v1/triage/runs", "");
    assertThat(anew.status()).as(anew.toString()).isEqualTo(200);
    awaited("FINISHED");
  }

  /**
   * @param begun jobs that began with it and vanished
   */
  private static void leftBehind(int begun) {
    Sql.asOwner(
        "insert into complaints.triage_run (id, version, status, requested_by, requested_at, done,"
            + " total, held_until, begun) values (gen_random_uuid(), 0, 'RUNNING', 'admin.li',"
            + " now(), 1, 4, now() - interval '1 minute', "
            + begun
            + ")");
  }

  /** The latest training, once it is at this end. */
  private static JsonNode awaited(String end) {
    Waiting.until(
        120,
        () -> Callers.admin().get("/api/v1/triage/runs").json().at("/runs/0/status"),
        status -> status.asText().equals(end));
    return Callers.admin().get("/api/v1/triage/runs").json().at("/runs/0");
  }

  private static long accepted() {
    long sum = 0;
    for (JsonNode one : Callers.auditor().get("/api/v1/triage/hints").json().path("hints")) {
      sum += one.path("accepted").asLong();
    }
    return sum;
  }

  private static void batch() {
    Answer queued = Callers.admin().post("/api/v1/triage/batches", "{\"scope\": \"OPEN\"}");
    assertThat(queued.status()).as(queued.toString()).isEqualTo(200);
    Waiting.until(
        60,
        () -> Callers.admin().get("/api/v1/triage/batches").json().at("/batches/0/status"),
        status -> status.asText().equals("FINISHED"));
  }

  private void closed() {
    Answer at = recorded();
    at = step(at, "acceptance", "{\"complexity\": \"SIMPLE\"}");
    at =
        step(
            at,
            "analysis",
            "{\"cause\": \"DISCLOSURE\", \"department\": \"零售部\", \"finding\": \"未提示\"}");
    at = step(at, "handling", "{\"resolution\": \"EXPLANATION\", \"measures\": \"已说明\"}");
    Cases.addressed(at.text("id"));
    at = step(at, "feedback", "{\"answerChannel\": \"HOTLINE\", \"answer\": \"已说明\"}");
    step(at, "closure", "{\"rootCause\": \"页面没有说明\"}");
  }

  private Answer recorded() {
    Answer recorded =
        Callers.operator()
            .post(
                PATH,
                """
                {"channel": "HOTLINE", "complainantName": "李娜",
                 "complainantContact": "13800138000", "product": "%s", "issue": "价格",
                 "narrative": "积存金赎回价格与页面所示不符"}
                """
                    .formatted(product));
    assertThat(recorded.status()).as(recorded.toString()).isEqualTo(201);
    return recorded;
  }

  private static Answer step(Answer seen, String step, String body) {
    Client handler = Callers.handler().ifMatch(seen.etag());
    Answer after = handler.post(PATH + "/" + seen.text("id") + "/" + step, body);
    assertThat(after.status()).as(after.toString()).isEqualTo(200);
    return after;
  }
}
