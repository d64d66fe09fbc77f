package com.heyi.relationship;

import java.util.List;

/**
 * What other rules would do to everybody, were they in force now; nothing is changed by asking.
 *
 * @param customers who were looked at
 * @param rises whose tier would be a higher one
 * @param falls who would no longer reach their tier, and lose it after the grace
 * @param moves how many would go from where to where, also those who would stay
 */
public record DryRun(long customers, long rises, long falls, List<Move> moves) {
  public DryRun {
    moves = List.copyOf(moves);
  }

  /**
   * Customers who would go the same way.
   *
   * @param from code of the tier that they have, or null for who was not placed yet
   * @param to code of the tier that they would reach
   * @param customers how many
   */
  public record Move(String from, String to, long customers) {}
}
