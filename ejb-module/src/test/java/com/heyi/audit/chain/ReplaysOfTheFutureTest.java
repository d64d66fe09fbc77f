package com.heyi.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.shared.value.Ids;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReplaysOfTheFutureTest {
  private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

  @Test
  void aReplayThatSaysItBeganInTheFutureCountsForNothing() throws SQLException {
    try (TrailUnderTest trail = TrailUnderTest.sound();
        Connection connection = trail.asApp()) {
      UUID real = insert(connection, NOW.minus(Duration.ofHours(2)), 1L);
      insert(connection, NOW.plus(Duration.ofDays(3650)), 3L);

      assertThat(Verification.last(connection, NOW, RowKeys.NONE))
          .map(Verification::id)
          .contains(real);
      assertThat(Verification.lastFull(connection, NOW, RowKeys.NONE))
          .map(Verification::id)
          .contains(real);
      assertThat(Verification.lastSound(connection, NOW, RowKeys.NONE))
          .map(Verification::checkpoint)
          .contains(1L);
      assertThat(Verification.inTheFuture(connection, NOW)).isEqualTo(1);
    }
  }

  @Test
  void aReplayThatBeganThisMomentCounts() throws SQLException {
    try (TrailUnderTest trail = TrailUnderTest.sound();
        Connection connection = trail.asApp()) {
      UUID real = insert(connection, NOW, 1L);

      assertThat(Verification.last(connection, NOW, RowKeys.NONE))
          .map(Verification::id)
          .contains(real);
      assertThat(Verification.inTheFuture(connection, NOW)).isZero();
    }
  }

  private static UUID insert(Connection connection, Instant at, Long checkpoint)
      throws SQLException {
    UUID id = Ids.next();
    Report report = new Report(1, 1, 1, checkpoint, at, 1, 0, true, List.of());
    Verification.of(id, at, at, "system", Verification.Kind.FULL, report)
        .insert(connection, RowKeys.NONE);
    return id;
  }
}
