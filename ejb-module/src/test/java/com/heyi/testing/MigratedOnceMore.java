package com.heyi.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A migration over rows that an earlier version wrote; all of it is taken back afterwards. */
public final class MigratedOnceMore {
  private MigratedOnceMore() {}

  /**
   * Answers what the migration makes of rows.
   *
   * @param migration its file, such as {@code complaints/V56__x.sql}
   * @param before writes the rows as they were
   * @param question asks for one column of text, in order
   */
  public static List<String> by(String migration, String before, String question) {
    try (Connection connection = TestDatabase.get().owner().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      try {
        statement.execute(before);
        statement.execute(text(migration));
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(question)) {
          while (rows.next()) {
            found.add(rows.getString(1));
          }
        }
        return found;
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(String migration) {
    try (InputStream file = MigratedOnceMore.class.getResourceAsStream("/db/" + migration)) {
      return new String(
          Objects.requireNonNull(file, migration).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
