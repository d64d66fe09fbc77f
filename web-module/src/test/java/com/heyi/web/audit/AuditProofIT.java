package com.heyi.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.audit.chain.Replay;
import com.heyi.audit.chain.Report;
import com.heyi.audit.chain.VerifyingKeys;
import com.heyi.testing.Answer;
import com.heyi.testing.Callers;
import com.heyi.testing.Customers;
import com.heyi.testing.Desk;
import com.heyi.testing.RunningHeyi;
import com.heyi.testing.Sql;
import com.heyi.testing.Waiting;
import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The proof of the trail in the running platform: what the container's transactions leave behind.
 */
class AuditProofIT {
  private static final int PATIENCE = 150;

  @Test
  void whatWasDoneIsSignedAndOutsideTheDatabaseWithinMinutesAndReplaysSound() throws Exception {
    IntStream.range(0, 40).parallel().forEach(i -> Customers.registered());
    long rows = Sql.number("select count(*) from audit.entry");
    Waiting.until(
        PATIENCE,
        AuditProofIT::proof,
        proof -> proof.json().get("checkpointEntries").asLong() >= rows);
    assertThat(proof().json().get("trouble").isNull()).as(proof().toString()).isTrue();

    Path heads = RunningHeyi.get().auditHeads();
    try (Connection connection = RunningHeyi.get().database().asApp()) {
      String keys = RunningHeyi.get().configuration().get("heyi.audit.signing-key");
      Report report = Replay.all(connection, VerifyingKeys.read(Path.of(keys)), heads);
      assertThat(report.findings()).isEmpty();
      assertThat(report.keyed()).isTrue();
      assertThat(report.versions()).isPositive();
      assertThat(report.entries()).isGreaterThanOrEqualTo(rows);
      assertThat(report.lanes()).isGreaterThan(1);
      assertThat(report.exported()).isPositive();
    }
  }

  @Test
  void aTimerReplaysWhatIsNewByItsScheduleAndNobodyAskedForIt() {
    Waiting.until(
        PATIENCE,
        () -> Sql.number("select count(*) from audit.verification where who = 'system'"),
        replays -> replays > 0);

    assertThat(
            Sql.number(
                "select count(*) from audit.verification where who = 'system' and"
                    + " extract(second from started_at) < 30"))
        .as("by the calendar, on the minute")
        .isPositive();
  }

  @Test
  void anAuditorHasTheTrailVerifiedAndSeesThatItIsSound() {
    Waiting.until(PATIENCE, AuditProofIT::proof, proof -> !proof.json().get("checkpoint").isNull());
    try (Desk desk = Desk.of("auditor.chen")) {
      desk.open("/audit/list.xhtml");
      Locator panel = desk.page().locator("form#proof");
      panel.locator("button").click();
      Waiting.until(
          PATIENCE,
          panel::innerText,
          // A replay by the timer may be shown until then.
          text -> text.contains("auditor.chen"));
      assertThat(panel.locator(".hy-pill").first().innerText())
          .isEqualTo(Desk.text("page.audit.proof.sound"));
      desk.picture("audit-proof");
    }
    assertThat(proof().json().get("lastFull").get("who").asText()).isEqualTo("auditor.chen");
  }

  private static Answer proof() {
    return Callers.auditor().get("/api/v1/audit/proof");
  }
}
