package com.heyi.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ManyWritersTest {
  private static final int THREADS = 32;
  private static final int TRANSACTIONS = 40;

  @Test
  void thirtyTwoWritersLeaveNeitherGapNorDeadlockAndARollbackLeavesNothing() throws Exception {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (TrailUnderTest trail = TrailUnderTest.sound()) {
      List<Callable<Integer>> writers = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Random random = new Random(seed + i);
        writers.add(() -> write(trail, random));
      }
      int committed = 0;
      for (Future<Integer> writer : threads.invokeAll(writers)) {
        committed += writer.get();
      }

      Report report = trail.verify();
      assertThat(report.findings()).as("seed %s", seed).isEmpty();
      assertThat(report.entries()).isEqualTo(TrailUnderTest.ROWS + committed);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void writersInOneLaneTakeTurns() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (TrailUnderTest trail = TrailUnderTest.empty()) {
      SigningKey.make(trail.keyFile());
      List<Callable<Void>> writers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        writers.add(
            () -> {
              try (Connection connection = trail.asApp()) {
                connection.setAutoCommit(false);
                for (int n = 0; n < 25; n++) {
                  ChainWriter.append(
                      connection,
                      ChainWriter.takeLane(connection, 1),
                      List.of(TrailUnderTest.row(n)),
                      trail.rowKeys());
                  connection.commit();
                }
              }
              return null;
            });
      }
      for (Future<Void> writer : threads.invokeAll(writers)) {
        writer.get();
      }
      Report report = trail.verifyWithoutExports();
      assertThat(report.findings()).isEmpty();
      assertThat(report.entries()).isEqualTo(200);
      assertThat(report.lanes()).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
  }

  private static int write(TrailUnderTest trail, Random random) throws Exception {
    int committed = 0;
    try (Connection connection = trail.asApp()) {
      connection.setAutoCommit(false);
      for (int i = 0; i < TRANSACTIONS; i++) {
        List<TrailRow> rows = new ArrayList<>();
        for (int n = random.nextInt(3); n >= 0; n--) {
          rows.add(TrailUnderTest.row(random.nextInt(100_000)));
        }
        Link lane = ChainWriter.takeLane(connection, ChainWriter.LANES);
        Link end = ChainWriter.append(connection, lane, rows.subList(0, 1), trail.rowKeys());
        ChainWriter.append(connection, end, rows.subList(1, rows.size()), trail.rowKeys());
        if (random.nextInt(5) == 0) {
          connection.rollback();
        } else {
          connection.commit();
          committed += rows.size();
        }
      }
    }
    return committed;
  }
}
