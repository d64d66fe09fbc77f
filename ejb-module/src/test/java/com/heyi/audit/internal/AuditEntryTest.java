package com.heyi.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.audit.AuditEntryView;
import com.heyi.audit.chain.TrailRow;
import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditEvent.Outcome;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.Change;
import com.heyi.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditEntryTest {
  private static final Instant NOW = Instant.parse("2026-03-10T02:00:00.123456789Z");

  @Test
  void aRefusedAttemptIsRecordedWhateverItsReasonIsMadeOf() {
    AuditEntryView entry =
        recorded("give me points\0\0 \uD83D " + "长".repeat(3000), Outcome.REFUSED, List.of(), null);

    assertThat(entry.reason()).startsWith("give me points \uFFFD 长").hasSize(2000);
    assertThat(entry.changes()).isEmpty();
    assertThat(entry.approval()).isNull();
  }

  @Test
  void whatWasChangedAndByWhoseApprovalIsReadBackAsItWasRecorded() {
    List<Change> changes =
        List.of(
            new Change("item", "7", "price", null, "\"100\"\n\t\u0001\\ 积分 😀"),
            new Change("item", "7", "name", "a", null));
    UUID approval = UUID.randomUUID();

    AuditEntryView entry = recorded("new price", Outcome.PENDING, changes, approval);

    assertThat(entry.changes()).isEqualTo(changes);
    assertThat(entry.approval()).isEqualTo(approval);
    assertThat(entry.outcome()).isEqualTo(Outcome.PENDING);
    assertThat(entry.hash()).hasSize(64);
    assertThat(entry.seq()).isPositive();
  }

  private static AuditEntryView recorded(
      String reason, Outcome outcome, List<Change> changes, UUID approval) {
    TrailRow row =
        Rows.of(
            new AuditEvent(
                Caller.system("request"),
                "mall",
                "points.grant",
                "customer:x",
                reason,
                outcome,
                outcome == Outcome.REFUSED ? "auth.forbidden" : null,
                true,
                changes,
                approval),
            NOW,
            null);
    TestDatabase.get().doInTransaction(em -> PendingRows.of(em).add(row));
    return TestDatabase.get().inTransaction(em -> em.find(AuditEntry.class, row.id()).view());
  }
}
