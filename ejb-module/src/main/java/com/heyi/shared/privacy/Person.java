package com.heyi.shared.privacy;

import com.heyi.shared.persistence.NamedSql;
import jakarta.persistence.EntityManager;
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

  /**
   * How many records of {@code :customer} there are.
   *
   * @param sql answers a count
   */
  public long count(EntityManager em, String sql) {
    return NamedSql.values(em, sql, Long.class)
        .setParameter("customer", customerId)
        .getSingleResult();
  }

  /** Kept out of logs. */
  @Override
  public String toString() {
    return "Person " + customerId;
  }
}
