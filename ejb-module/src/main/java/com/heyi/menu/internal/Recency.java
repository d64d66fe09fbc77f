package com.heyi.menu.internal;

import java.time.Duration;
import java.time.Instant;

/**
 * How much a use counts by its age: half after every half-life. Kept forward (Cormode, Shkapenyuk,
 * Srivastava and Xu 2009, "Forward Decay"): a use is weighed once, against a landmark that never
 * moves, so that sums only grow, in any order; and divided by the weight of a moment they tell how
 * much they count then. A double holds this for 500 years.
 */
final class Recency {
  /** Chosen on a replay, see docs/menu.md. To change it the habits must be counted anew. */
  static final Duration HALF_LIFE = Duration.ofDays(180);

  private static final Instant LANDMARK = Instant.parse("2026-01-01T00:00:00Z");

  private Recency() {}

  /** The weight of a use at this moment, to be added up. */
  static double weight(Instant at) {
    return weight(at, HALF_LIFE);
  }

  static double weight(Instant at, Duration halfLife) {
    Duration since = Duration.between(LANDMARK, at);
    return Math.pow(2, (double) since.toSeconds() / halfLife.toSeconds());
  }
}
