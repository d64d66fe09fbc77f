package com.heyi.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The days of a calendar come in the transaction that writes it, and stay as they are. */
class CalendarDaysComeWithTheirCalendarTest {
  private static final DataSource APP = TestDatabase.get().app();
  private static final DataSource OWNER = TestDatabase.get().owner();

  private String code;

  @BeforeEach
  void aCalendarThatIsInForce() throws SQLException {
    code = "J-" + UUID.randomUUID().toString().substring(0, 8);
    at(APP, calendar(1), day(1, "2027-01-01"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update complaints.calendar_day set worked = true where code = '%s'",
        "delete from complaints.calendar_day where code = '%s'",
        "update complaints.calendar set known_until = '2027-12-31' where code = '%s'",
        "update complaints.calendar set written_by_tx = pg_current_xact_id() where code = '%s'",
        "delete from complaints.calendar where code = '%s'"
      })
  void theApplicationCanNeitherChangeNorDeleteWhatIsInForce(String tampering) throws SQLException {
    assertThatThrownBy(() -> at(APP, tampering.formatted(code)))
        .isInstanceOf(SQLException.class)
        .extracting(e -> ((SQLException) e).getSQLState())
        .isEqualTo("42501");
    assertThat(days(1)).isEqualTo(1);
  }

  @Test
  void noDayJoinsACalendarThatWasWrittenBefore() throws SQLException {
    assertThatThrownBy(() -> at(APP, day(1, "2027-01-02"))).hasMessageContaining("immutable");
    assertThat(days(1)).isEqualTo(1);
  }

  @Test
  void aWholeYearIsAddedInOneTransaction() throws SQLException {
    at(
        APP,
        calendar(2),
        "insert into complaints.calendar_day select '"
            + code
            + "', 2, d::date, false, 'x'"
            + " from generate_series(date '2027-01-01', '2027-12-31', '1 day') d");
    assertThat(days(2)).isEqualTo(365);
    assertThatThrownBy(() -> at(APP, day(2, "2028-01-01"))).hasMessageContaining("immutable");
  }

  @Test
  void aYearIsAddedBelowASavepointToo() throws SQLException {
    at(
        APP,
        "savepoint one",
        calendar(2),
        "release savepoint one",
        day(2, "2027-01-01"),
        "savepoint two",
        day(2, "2027-01-02"));
    assertThat(days(2)).isEqualTo(2);
  }

  @Test
  void whoWritesACalendarDoesNotSayByWhichTransaction() throws SQLException {
    at(
        APP,
        "insert into complaints.calendar values ('" + code + "', 2, '2027-12-31', 'x', '9')",
        day(2, "2027-01-01"));
    assertThat(days(2)).isEqualTo(1);
  }

  @Test
  void noDayJoinsThoughTheRowOfItsCalendarIsWrittenAnewFirst() {
    assertThatThrownBy(
            () ->
                at(
                    OWNER,
                    "alter table complaints.calendar disable trigger user",
                    "update complaints.calendar set source = source where code = '" + code + "'",
                    "alter table complaints.calendar enable trigger user",
                    day(1, "2027-01-02")))
        .hasMessageContaining("immutable");
  }

  private String calendar(int version) {
    return "insert into complaints.calendar (code, version, known_until, source) values ('"
        + code
        + "', "
        + version
        + ", '2027-12-31', 'test')";
  }

  private String day(int version, String day) {
    return "insert into complaints.calendar_day values ('"
        + code
        + "', "
        + version
        + ", '"
        + day
        + "', false, 'x')";
  }

  private int days(int version) throws SQLException {
    try (Connection connection = APP.getConnection();
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select count(*) from complaints.calendar_day where code = '"
                    + code
                    + "' and version = "
                    + version)) {
      found.next();
      return found.getInt(1);
    }
  }

  /** Runs these in one transaction, which comes to nothing when one is refused. */
  private static void at(DataSource source, String... statements) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String sql : statements) {
        statement.execute(sql);
      }
      connection.commit();
    }
  }
}
