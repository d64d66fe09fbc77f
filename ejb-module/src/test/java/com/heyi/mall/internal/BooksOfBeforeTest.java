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
  private static final String LOT = "00000000-0000-0000-0000-0000000000a1";

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
    sql(
        account(5),
        lot(100, 100),
        entry(1, "GRANT", 60, 60, null),
        entry(2, "GRANT", 20, 80, null),
        entry(4, "GRANT", 20, 100, null));

    migrate("mall", MigrationVersion.LATEST);

    assertThat(texts("select entry_no from mall.entry_gap order by 1")).containsExactly("3", "5");
    assertThat(texts(Bookkeeping.breaches(Invariant.ENTRY_NUMBERS))).containsExactly("0");
    sql("update mall.points_account set entries = 6");
    assertThat(texts(Bookkeeping.breaches(Invariant.ENTRY_NUMBERS))).containsExactly("1");
  }

  @Test
  void whatWasGivenUpOfAReversedGrantAndIsNotLostIsKnownAfterwards() throws SQLException {
    String gives = id(1);
    sql(
        account(4),
        lot(100, 0),
        entry(1, "GRANT", 100, 100, null),
        posting(1, 1, "CUSTOMER", LOT, 100),
        posting(1, 2, "ISSUED", null, -100),
        entry(2, "EXPIRE", -10, 90, null),
        posting(2, 1, "CUSTOMER", LOT, -10),
        posting(2, 2, "EXPIRED", null, 10),
        entry(3, "ADJUST", -60, 30, null),
        posting(3, 1, "CUSTOMER", LOT, -60),
        posting(3, 2, "ADJUSTED", null, 60),
        entry(4, "REVOKE", -30, 0, gives),
        posting(4, 1, "CUSTOMER", LOT, -30),
        posting(4, 2, "ISSUED", null, 30));

    migrate("mall", MigrationVersion.LATEST);

    assertThat(texts("select lot_id || ' ' || entry_id || ' ' || points from mall.waiver"))
        .containsExactly(LOT + " " + id(4) + " 60");
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

  private static String lot(long granted, long remaining) {
    return "insert into mall.lot (id, customer_id, source, granted, remaining, granted_on) values"
        + " ('"
        + LOT
        + "', '"
        + CUSTOMER
        + "', 'GRANTED', "
        + granted
        + ", "
        + remaining
        + ", current_date)";
  }

  private static String entry(int no, String kind, long amount, long after, String reverses) {
    return "insert into mall.ledger_entry (id, customer_id, entry_no, kind, amount, balance_after,"
        + " reverses, reason, effective_on, recorded_at, recorded_by) values ('"
        + id(no)
        + "', '"
        + CUSTOMER
        + "', "
        + no
        + ", '"
        + kind
        + "', "
        + amount
        + ", "
        + after
        + ", "
        + (reverses == null ? "null" : "'" + reverses + "'")
        + ", 'x', current_date, now() - interval '1 day', 'tester')";
  }

  private static String posting(int entry, int seq, String account, String lot, long amount) {
    return "insert into mall.posting (entry_id, seq, account, lot_id, amount) values ('"
        + id(entry)
        + "', "
        + seq
        + ", '"
        + account
        + "', "
        + (lot == null ? "null" : "'" + lot + "'")
        + ", "
        + amount
        + ")";
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
