package com.heyi.shared.work;

import java.time.Duration;

/**
 * How long to wait before the next attempt: twice as long each time, up to the longest.
 *
 * @param first the pause after the first attempt
 * @param longest no pause is longer
 */
public record GrowingPause(Duration first, Duration longest) {
  /** Doubled so often, any first pause is beyond the longest. */
  private static final int MOST_DOUBLINGS = 20;

  /**
   * @param attempts how many have failed; none yet counts as one
   */
  public Duration after(int attempts) {
    int doublings = Math.min(Math.max(attempts, 1) - 1, MOST_DOUBLINGS);
    Duration pause = first.multipliedBy(1L << doublings);
    return pause.compareTo(longest) > 0 ? longest : pause;
  }
}
