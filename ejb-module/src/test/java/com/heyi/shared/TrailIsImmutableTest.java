package com.heyi.shared;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrailIsImmutableTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit.entry set who = 'x'",
        "delete from audit.entry",
        "truncate audit.entry"
      })
  void evenTheOwnerCannotChangeTheTrail(String tampering) {
    assertThatThrownBy(() -> execute(TestDatabase.get().owner(), tampering))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("immutable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit.entry set who = 'x'",
        "delete from audit.entry",
        "truncate audit.entry",
        "alter table audit.entry disable trigger all"
      })
  void theApplicationIsNotEvenGrantedTheAttempt(String tampering) {
    assertThatThrownBy(() -> execute(TestDatabase.get().app(), tampering))
        .isInstanceOf(SQLException.class)
        .extracting(e -> ((SQLException) e).getSQLState())
        .isEqualTo("42501");
  }

  private static void execute(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.createStatement().execute(sql);
    }
  }
}
