package com.heyi.complaints;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepsAreImmutableTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update complaints.step set who = 'x'",
        "delete from complaints.step",
        "truncate complaints.step",
        "update complaints.rule_pack set zone = 'UTC'",
        "update complaints.deadline set days = 99",
        "delete from complaints.deadline",
        "update complaints.calendar_day set worked = true",
        "delete from complaints.calendar_day",
        "insert into complaints.calendar_day values ('CN', 1, '2026-07-01', false, 'x')",
        "delete from complaints.rule_pack",
        "truncate complaints.rule_pack cascade"
      })
  void evenTheOwnerCannotRewriteWhatWasDoneOrTheRules(String tampering) {
    assertThatThrownBy(() -> execute(TestDatabase.get().owner(), tampering))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("immutable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update complaints.step set who = 'x'",
        "delete from complaints.step",
        "insert into complaints.rule_pack select * from complaints.rule_pack",
        "insert into complaints.deadline select * from complaints.deadline",
        "update complaints.calendar_day set worked = true",
        "delete from complaints.complaint",
        "delete from complaints.clock"
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
