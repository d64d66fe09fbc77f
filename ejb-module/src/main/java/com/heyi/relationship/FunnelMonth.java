package com.heyi.relationship;

import java.time.YearMonth;

/**
 * All customers of a month by how they are; each stands in exactly one of the figures.
 *
 * @param month which
 * @param fresh who came in it
 * @param active who did something lately
 * @param dormant who has done nothing for some time
 * @param lost who counts as lost
 */
public record FunnelMonth(YearMonth month, long fresh, long active, long dormant, long lost) {
  /** All who had come by then. */
  public long total() {
    return fresh + active + dormant + lost;
  }

  /** The figure of a status. */
  public long of(LifecycleStatus status) {
    return switch (status) {
      case NEW -> fresh;
      case ACTIVE -> active;
      case DORMANT -> dormant;
      case LOST -> lost;
    };
  }
}
