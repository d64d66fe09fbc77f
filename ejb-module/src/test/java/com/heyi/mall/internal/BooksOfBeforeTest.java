package com.heyi.mall.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.mall.TrialBalance.Invariant;
import com.heyi.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Books that were sound when they were written are sound after an upgrade. */
class BooksOfBeforeTest {
  private static final String CUSTOMER = "00000000-0000-0000-0000-0000000000c1";

  private final PGSimpleDataSource database = new PGSimpleDataSource();

  @BeforeEach
  void aDatabaseAsItWas() throws SQLException {
    admin("create database books_of_before");
    PGSimpleDataSource owner = (PGSimpleDataSource) TestDatabase.get().owner();
    database.setUrl(
        "jdbc:postgresql://localhost:" + owner.getPortNumbers()[0] + "/books_of_before");
    database.setUser(owner.getUser());
    database.setPassword(owner.getPassword());
    migrate("shared", MigrationVersion.LATEST);
    migrate("mall", MigrationVersion.fromVersion("53"));
  }

  @AfterEach
  void itIsGone() throws SQLException {
    admin("drop database books_of_before with (force)");
  }

  @Test
  void aNumberThatWasBurntIsNoFaultForEverButTheNextOneIs() throws SQLException {
    sql(account(5), entry(1, 60, 60), entry(2, 20, 80), entry(4, 20, 100));

    migrate("mall", MigrationVersion.LATEST);

    assertThat(texts("select entry_no from mall.entry_gap order by 1")).containsExactly("3", "5");
    assertThat(texts(Bookkeeping.breaches(Invariant.ENTRY_NUMBERS))).containsExactly("0");
    sql("update mall.points_account set entries = 6");
    assertThat(texts(Bookkeeping.breaches(Invariant.ENTRY_NUMBERS))).containsExactly("1");
  }

  private static String id(int entry) {
    return "00000000-0000-0000-0000-0000000000e" + entry;
  }

  private static String account(int entries) {
    return "insert into mall.points_account (customer_id, entries, opened_at) values ('"
        + CUSTOMER
        + "', "
        + entries
        + ", now())";
  }

  private static String entry(int no, long amount, long after) {
    return "insert into mall.ledger_entry (id, customer_id, entry_no, kind, amount, balance_after,"
        + " reason, effective_on, recorded_at, recorded_by) values ('"
        + id(no)
        + "', '"
        + CUSTOMER
        + "', "
        + no
        + ", 'GRANT', "
        + amount
        + ", "
        + after
        + ", 'x', current_date, now() - interval '1 day', 'tester')";
  }

  private void migrate(String module, MigrationVersion target) {
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/" + module)
        .schemas(module)
        .placeholders(Map.of("app_role", "heyi_app"))
        .target(target)
        .load()
        .migrate();
  }

  /** In one transaction. */
  private void sql(String... statements) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      // Some of these entries have no postings, which is none of these tests' business.
      statement.execute("set session_replication_role = replica");
      for (String each : statements) {
        statement.execute(each);
      }
      connection.commit();
    }
  }

  private List<String> texts(String query) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  private static void admin(String statement) throws SQLException {
    try (Connection connection = TestDatabase.get().owner().getConnection();
        Statement does = connection.createStatement()) {
      does.execute(statement);
    }
  }
}
