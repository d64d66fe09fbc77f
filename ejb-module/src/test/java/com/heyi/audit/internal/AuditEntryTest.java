package com.heyi.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.shared.facade.AuditEvent;
import com.heyi.shared.facade.AuditEvent.Outcome;
import com.heyi.shared.facade.Caller;
import com.heyi.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditEntryTest {
  private static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");

  @Test
  void aRefusedAttemptIsRecordedWhateverItsReasonIsMadeOf() {
    AuditEntry entry = entry("give me points\0\0 " + "长".repeat(3000));

    TestDatabase.get().doInTransaction(em -> em.persist(entry));

    assertThat(entry.view().reason()).startsWith("give me points 长").hasSize(2000);
  }

  private static AuditEntry entry(String reason) {
    return new AuditEntry(
        new AuditEvent(
            Caller.system("request"),
            "mall",
            "points.grant",
            "customer:x",
            reason,
            Outcome.REFUSED,
            "auth.forbidden",
            true,
            List.of(),
            null),
        NOW);
  }
}
