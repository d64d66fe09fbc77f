package com.heyi.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Looks into the database of the suite, with the rights of the application. */
public final class Sql {
  private static final int PATIENCE_SECONDS = 120;

  private Sql() {}

  /** The one number that a query answers. */
  public static long number(String query, Object... arguments) {
    return one(query, result -> result.getLong(1), arguments);
  }

  /** The one text that a query answers. */
  public static String text(String query, Object... arguments) {
    return one(query, result -> result.getString(1), arguments);
  }

  private interface Read<T> {
    T of(ResultSet result) throws SQLException;
  }

  private static <T> T one(String query, Read<T> read, Object... arguments) {
    try (Connection connection = RunningHeyi.get().database().asApp();
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setQueryTimeout(PATIENCE_SECONDS);
      for (int at = 0; at < arguments.length; at++) {
        statement.setObject(at + 1, arguments[at]);
      }
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return read.of(result);
      }
    } catch (SQLException e) {
      throw new AssertionError(query, e);
    }
  }

  /** Runs statements as the owner of the tables, in one transaction, as no caller could. */
  public static void asOwner(String... statements) {
    try (Connection connection = RunningHeyi.get().database().asOwner()) {
      connection.setAutoCommit(false);
      for (String statement : statements) {
        execute(connection, statement);
      }
      connection.commit();
    } catch (SQLException e) {
      throw new AssertionError(String.join("; ", statements), e);
    }
  }

  /**
   * Runs a statement.
   *
   * @throws SQLException what the database says against it
   */
  public static void execute(Connection connection, String statement) throws SQLException {
    try (var running = connection.createStatement()) {
      running.setQueryTimeout(PATIENCE_SECONDS);
      running.execute(statement);
    }
  }
}
