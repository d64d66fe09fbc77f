package com.heyi.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryOfATableTest {
  private Connection connection;
  private Statement sql;

  @BeforeEach
  void anAuditedTable() throws SQLException {
    connection = TestDatabase.get().owner().getConnection();
    connection.setAutoCommit(false);
    sql = connection.createStatement();
    sql.execute(
        "create table shared.gadget (id uuid, part int, name varchar(9) not null, version bigint"
            + " not null, primary key (id, part))");
    sql.execute("call shared.keep_history('shared.gadget', 'heyi_app', 'version')");
  }

  @AfterEach
  void leaveNothingBehind() throws SQLException {
    connection.rollback();
    connection.close();
  }

  @Test
  void keepsEveryColumnButThoseLeftOutAndAllowsThemToBeEmpty() throws SQLException {
    assertThat(columns()).containsExactly("id", "part", "name", "revision", "revision_kind");
    assertThat(
            sql.executeUpdate(
                "insert into shared.gadget_history values (gen_random_uuid(), 1, null, 7, 1)"))
        .isOne();
  }

  @Test
  void oneVersionOfARecordStandsInARevision() throws SQLException {
    String version =
        "insert into shared.gadget_history values"
            + " ('00000000-0000-0000-0000-000000000001', 1, 'a', 7, 1)";
    sql.executeUpdate(version);
    assertThatThrownBy(() -> sql.executeUpdate(version))
        .hasMessageContaining("gadget_history_pkey");
  }

  @Test
  void versionsAreImmutableForTheirOwnerToo() {
    assertThatThrownBy(() -> sql.executeUpdate("delete from shared.gadget_history"))
        .hasMessageContaining("immutable");
  }

  @Test
  void theApplicationMayAddAndReadVersionsOnly() throws SQLException {
    try (ResultSet rights =
        sql.executeQuery(
            "select string_agg(privilege_type, ',' order by privilege_type) from"
                + " information_schema.role_table_grants where grantee = 'heyi_app' and"
                + " table_name = 'gadget_history'")) {
      rights.next();
      assertThat(rights.getString(1)).isEqualTo("INSERT,SELECT");
    }
  }

  private List<String> columns() throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet rows =
        sql.executeQuery(
            "select column_name from information_schema.columns where table_name ="
                + " 'gadget_history' order by ordinal_position")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
