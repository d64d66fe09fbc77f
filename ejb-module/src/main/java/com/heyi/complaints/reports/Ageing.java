package com.heyi.complaints.reports;

import java.time.Instant;
import java.util.List;

/**
 * The open cases by how old they are and how much of their nearest clock is used.
 *
 * @param at when they were counted
 * @param cells how many are in two bands; those without any are left out
 */
public record Ageing(Instant at, List<Cell> cells) {
  public Ageing {
    cells = List.copyOf(cells);
  }

  /**
   * Cases in two bands.
   *
   * @param age days since receipt
   * @param used use of the nearest clock
   * @param cases how many, 1 or more
   */
  public record Cell(AgeBand age, UsedBand used, long cases) {}

  /** How many are in both bands; null for any. */
  public long of(AgeBand age, UsedBand used) {
    return cells.stream()
        .filter(cell -> age == null || cell.age() == age)
        .filter(cell -> used == null || cell.used() == used)
        .mapToLong(Cell::cases)
        .sum();
  }

  /** All open cases. */
  public long total() {
    return of(null, null);
  }
}
