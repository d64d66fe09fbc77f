package com.heyi.mall;

import java.time.LocalDate;
import java.util.List;

/**
 * How the outstanding points came from the end of one month to a day of the next.
 *
 * @param before the end of the month before
 * @param now the day
 * @param movements what happened between the two, by kind; they make the difference
 */
public record LiabilityChange(Liability.Day before, Liability.Day now, List<Movement> movements) {
  public LiabilityChange {
    movements = List.copyOf(movements);
  }

  /**
   * @param kind what the entries do
   * @param entries how many there are
   * @param points outstanding points more (positive) or fewer (negative)
   */
  public record Movement(EntryKind kind, long entries, long points) {}

  /** First of the days between the two. */
  public LocalDate from() {
    return before.on().plusDays(1);
  }

  /** What the movements make together. */
  public long change() {
    return movements.stream().mapToLong(Movement::points).sum();
  }
}
