package com.heyi.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Calls that are made by several people at the same moment. */
public final class AtOnce {
  /** As many as the test database has connections for, with one left for whoever looks on. */
  private static final int MOST = 8;

  private AtOnce() {}

  /** Makes the calls, some at a time; their answers in the order of the calls. */
  public static <T> List<T> all(List<? extends Callable<T>> calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(Math.min(MOST, calls.size()));
    try {
      List<T> answers = new ArrayList<>();
      for (Future<T> call : threads.invokeAll(calls)) {
        answers.add(call.get());
      }
      return answers;
    } finally {
      threads.shutdown();
    }
  }

  /** Returns as soon as somebody waits for a lock that another transaction holds. */
  public static void awaitLockWaiter() {
    try (Connection connection = TestDatabase.get().owner().getConnection();
        var statement = connection.createStatement()) {
      for (int i = 0; i < 500; i++) {
        var waiting =
            statement.executeQuery(
                "select count(*) from pg_stat_activity where wait_event_type = 'Lock'");
        waiting.next();
        if (waiting.getInt(1) > 0) {
          return;
        }
        Thread.sleep(10);
      }
      throw new AssertionError("Nobody came to wait for the lock");
    } catch (SQLException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
