package com.heyi.shared.privacy;

import java.util.Set;
import java.util.UUID;

/**
 * A customer as the holders of his data look for him.
 *
 * @param customerId his id, by which modules know him
 * @param marks what else names him and nobody else by itself: resident ID, phone, numbers, the ids
 *     of old apps. Kept in memory only
 */
public record Person(UUID customerId, Set<String> marks) {
  public Person {
    marks = Set.copyOf(marks);
  }

  /** Kept out of logs. */
  @Override
  public String toString() {
    return "Person " + customerId;
  }
}
