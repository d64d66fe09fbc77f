package com.heyi.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for a condition rather than for a time. */
public final class Waiting {
  private static final long POLL_MILLIS = 300;

  private Waiting() {}

  /**
   * Asks again and again until the answer fits.
   *
   * @param seconds how long before the wait counts as failed
   */
  public static <T> T until(int seconds, Supplier<T> ask, Predicate<T> fits) {
    Instant end = Instant.now().plus(Duration.ofSeconds(seconds));
    T answer = ask.get();
    while (!fits.test(answer)) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("after " + seconds + " s still: " + answer);
      }
      pause();
      answer = ask.get();
    }
    return answer;
  }

  private static void pause() {
    pause(Duration.ofMillis(POLL_MILLIS));
  }

  /** Waits for a time, where the time itself is what a test is about. */
  public static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
