package com.heyi.shared.privacy;

import com.heyi.shared.persistence.NamedSql;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Kinds of record that functions of the database empty or remove when their time is over, for a
 * {@link KeptForATime}.
 *
 * @param functions by kind the function, with its schema; it takes before when and how many at the
 *     most, and answers how many
 */
public record Forgetting(Map<String, String> functions) {
  public Forgetting {
    functions = Map.copyOf(functions);
  }

  public Set<String> kinds() {
    return functions.keySet();
  }

  /** As {@link KeptForATime#forget}. */
  public int some(EntityManager em, String kind, Instant before, int most) {
    String function = functions.get(kind);
    if (function == null) {
      throw new IllegalArgumentException(kind);
    }
    return Math.toIntExact(
        NamedSql.values(em, "select " + function + "(:before, :most)", Long.class)
            .setParameter("before", before)
            .setParameter("most", most)
            .getSingleResult());
  }
}
