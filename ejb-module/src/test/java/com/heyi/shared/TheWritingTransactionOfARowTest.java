package com.heyi.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.heyi.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TheWritingTransactionOfARowTest {
  private Connection connection;
  private Statement sql;

  @BeforeEach
  void aTableThatSaysIt() throws SQLException {
    connection = TestDatabase.get().owner().getConnection();
    connection.setAutoCommit(false);
    sql = connection.createStatement();
    sql.execute("create table shared.gadget (id int primary key, written_by_tx xid8 not null)");
    sql.execute("call shared.note_transaction_of('shared.gadget')");
  }

  @AfterEach
  void leaveNothingBehind() throws SQLException {
    connection.rollback();
    connection.close();
  }

  @Test
  void isSaidWhateverTheWriterSaysAndBelowASavepointToo() throws SQLException {
    sql.execute("insert into shared.gadget values (1, null), (2, '9')");
    sql.execute("savepoint below");
    sql.execute("insert into shared.gadget values (3, '9')");

    assertThat(
            text("select count(*) from shared.gadget where written_by_tx = pg_current_xact_id()"))
        .isEqualTo("3");
  }

  @Test
  void isSaidByOneFunctionOfAllModules() throws SQLException {
    assertThat(
            text(
                "select string_agg(pronamespace::regnamespace::text, ' ') from pg_proc"
                    + " where proname = 'note_transaction'"))
        .isEqualTo("shared");
    assertThat(
            text(
                "select string_agg(tgrelid::regclass::text, ' ' order by tgrelid::regclass::text)"
                    + " from pg_trigger where tgfoid = 'shared.note_transaction'::regproc"
                    + " and tgname = 'written'"))
        .isEqualTo("complaints.calendar invoices.invoice shared.gadget winddown.proof");
  }

  private String text(String query) throws SQLException {
    try (ResultSet rows = sql.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
