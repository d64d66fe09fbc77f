package com.heyi.shared.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;

/**
 * SQL with named parameters whose answers are typed, which the persistence API leaves to casts. The
 * session writes first what it has not flushed yet, so that it is seen; {@link Sql} is for where
 * that is not wanted, and for what every call does.
 */
public final class NamedSql {
  private NamedSql() {}

  /** Reads rows of several columns. */
  public static TypedQuery<Row> rows(EntityManager em, String sql) {
    return em.unwrap(Session.class)
        .createNativeQuery(sql, Object[].class)
        .setTupleTransformer((values, columns) -> new Row(columns, values));
  }

  /**
   * Reads the only column, or whole entities.
   *
   * @param type of what is read
   */
  public static <T> TypedQuery<T> values(EntityManager em, String sql, Class<T> type) {
    return em.unwrap(Session.class).createNativeQuery(sql, type);
  }

  /**
   * For a parameter that the statement casts to {@code uuid[]}: one array, for a statement takes no
   * more than 65,535 parameters.
   */
  public static String[] uuids(Collection<UUID> ids) {
    return uuids(ids, Function.identity());
  }

  /** The same for an id of each of these, in their order. */
  public static <T> String[] uuids(Collection<T> rows, Function<T, UUID> value) {
    return rows.stream().map(row -> value.apply(row).toString()).toArray(String[]::new);
  }
}
