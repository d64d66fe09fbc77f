package com.heyi.accounts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Groups of customers for other modules, inside their transactions. It checks no role and leaves no
 * audit row, for the facade that asks does so; therefore the edges may not use it.
 */
public interface CustomerSegments {

  /**
   * Those who belong to the segment, in the order of their ids; nobody who is erased or merged into
   * another.
   *
   * @param after goes on behind this one; null begins
   * @param most how many at the most
   */
  List<UUID> after(Segment segment, UUID after, int most);

  /** Whether the customer belongs to the segment. */
  boolean contains(Segment segment, UUID customerId);

  /**
   * A group of customers.
   *
   * @param branch code of their home branch, or null for all
   * @param registeredSince they were registered on this day of the bank or later; null for all
   */
  record Segment(String branch, LocalDate registeredSince) {}
}
