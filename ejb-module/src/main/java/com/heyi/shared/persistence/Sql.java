package com.heyi.shared.persistence;

import com.heyi.shared.value.Points;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.Session;

/**
 * SQL on the connection of the running transaction, for the parts where sets of rows are written at
 * once and must be read as they are now, not as a session remembers them, and for what every call
 * does, since a native query of the session costs several times as much as its statement. Takes
 * arrays for {@code unnest}, so that an order with a thousand lines is as many statements as one
 * with one line. What a session has not flushed yet is not seen.
 */
public final class Sql {
  private final EntityManager em;

  /**
   * @param em whose connection is used
   */
  public Sql(EntityManager em) {
    this.em = em;
  }

  /** Reads a row. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** All rows, in the order that the statement tells. */
  public <T> List<T> list(Reader<T> reader, String sql, Object... values) {
    return em.unwrap(Session.class)
        .doReturningWork(
            connection -> {
              try (PreparedStatement statement = prepare(connection, sql, values);
                  ResultSet rows = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                  found.add(reader.read(rows));
                }
                return found;
              }
            });
  }

  /** The first row, or empty when there is none. */
  public <T> Optional<T> one(Reader<T> reader, String sql, Object... values) {
    return list(reader, sql, values).stream().findFirst();
  }

  /** Writes; answers how many rows. */
  public int write(String sql, Object... values) {
    return em.unwrap(Session.class)
        .doReturningWork(
            connection -> {
              try (PreparedStatement statement = prepare(connection, sql, values)) {
                return statement.executeUpdate();
              }
            });
  }

  /** For a parameter of type {@code uuid[]}; the three below are for other types. */
  public static UUID[] uuids(Collection<UUID> ids) {
    return ids.toArray(UUID[]::new);
  }

  public static <T> UUID[] uuids(Collection<T> rows, Function<T, UUID> value) {
    return rows.stream().map(value).toArray(UUID[]::new);
  }

  public static <T> Long[] longs(Collection<T> rows, Function<T, Long> value) {
    return rows.stream().map(value).toArray(Long[]::new);
  }

  public static <T> String[] texts(Collection<T> rows, Function<T, Object> value) {
    return rows.stream()
        .map(value)
        .map(text -> text == null ? null : text.toString())
        .toArray(String[]::new);
  }

  public static <T> LocalDate[] days(Collection<T> rows, Function<T, LocalDate> value) {
    return rows.stream().map(value).toArray(LocalDate[]::new);
  }

  /** 1, 2, ... as many as there are rows. */
  public static Integer[] numbers(Collection<?> rows) {
    return Stream.iterate(1, n -> n + 1).limit(rows.size()).toArray(Integer[]::new);
  }

  public static UUID uuid(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  public static Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }

  public static LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  public static Points points(ResultSet row, String column) throws SQLException {
    return Points.of(row.getLong(column));
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, jdbcValue(connection, values[i]));
    }
    return statement;
  }

  private static Object jdbcValue(Connection connection, Object value) throws SQLException {
    if (value instanceof Object[] array) {
      return connection.createArrayOf(arrayType(array), array);
    }
    if (value instanceof Instant instant) {
      return instant.atOffset(ZoneOffset.UTC);
    }
    if (value instanceof Points points) {
      return points.amount();
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    return value;
  }

  private static String arrayType(Object[] array) {
    Class<?> type = array.getClass().getComponentType();
    if (type == UUID.class) {
      return "uuid";
    }
    if (type == Long.class) {
      return "bigint";
    }
    if (type == Integer.class) {
      return "integer";
    }
    if (type == LocalDate.class) {
      return "date";
    }
    return "text";
  }
}
