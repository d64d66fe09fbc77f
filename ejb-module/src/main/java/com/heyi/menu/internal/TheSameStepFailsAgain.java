package com.heyi.menu.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Who fails at the same step several times in a short time needs help. */
public final class TheSameStepFailsAgain {
  private TheSameStepFailsAgain() {}

  /**
   * Whether that often within the time; the last moment of it counts.
   *
   * @param failures when the step failed, in order
   * @param often how many failures it takes, 1 or more
   * @param within in which time
   */
  public static boolean holds(List<Instant> failures, int often, Duration within) {
    for (int last = often - 1; last < failures.size(); last++) {
      Instant first = failures.get(last - often + 1);
      if (!failures.get(last).isAfter(first.plus(within))) {
        return true;
      }
    }
    return false;
  }
}
