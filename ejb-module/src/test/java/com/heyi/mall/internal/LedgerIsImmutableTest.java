package com.heyi.mall.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.shared.value.Ids;
import com.heyi.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerIsImmutableTest {
  private final TestDatabase database = TestDatabase.get();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update mall.posting set amount = 1",
        "delete from mall.posting",
        "truncate mall.posting cascade",
        "update mall.ledger_entry set reason = null",
        "delete from mall.ledger_entry",
        "delete from mall.stock_movement",
        "update mall.cancellation set points = 0",
        "delete from mall.cancellation_line",
        "update mall.refund set decision = 'FORFEITED'",
        "delete from mall.fee_refund"
      })
  void evenTheOwnerCannotChangeTheBooks(String tampering) {
    assertThatThrownBy(() -> execute(database.owner(), tampering))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("immutable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update mall.posting set amount = 1",
        "delete from mall.posting",
        "truncate mall.posting",
        "update mall.ledger_entry set reason = null",
        "delete from mall.stock_movement",
        "delete from mall.lot",
        "update mall.lot set expires_on = null",
        "update mall.lot set granted = granted + 1",
        "update mall.order_line set price = 0",
        "update mall.customer_order set total = 0",
        "delete from mall.customer_order"
      })
  void theApplicationIsNotEvenGrantedTheAttempt(String tampering) {
    assertThatThrownBy(() -> execute(database.app(), tampering))
        .isInstanceOf(SQLException.class)
        .extracting(e -> ((SQLException) e).getSQLState())
        .isEqualTo("42501");
  }

  @Test
  void anUnbalancedEntryIsRefusedAtTheCommit() {
    assertThatThrownBy(() -> write(100, -99))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("not balanced");
    assertThatCode(() -> write(100, -100)).doesNotThrowAnyException();
  }

  @Test
  void anEntryWithoutThePostingsItSpeaksOfIsRefusedAtTheCommit() {
    assertThatThrownBy(() -> write(100))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("not balanced");
    assertThatThrownBy(this::write)
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("posts 0 to the customer");
  }

  @Test
  void noPostingJoinsAnEntryOfAnEarlierTransaction() throws SQLException {
    UUID entry = write(100, -100);
    assertThatThrownBy(
            () ->
                execute(
                    database.app(),
                    "insert into mall.posting (entry_id, seq, account, amount) values ('"
                        + entry
                        + "', 3, 'ISSUED', 5), ('"
                        + entry
                        + "', 4, 'EXPIRED', -5)"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("only in the transaction that wrote it");
  }

  @Test
  void theApplicationCannotPretendToBeAnEarlierTransaction() {
    assertThatThrownBy(
            () ->
                execute(
                    database.app(),
                    "insert into mall.ledger_entry (id, written_by_tx) values ('"
                        + Ids.next()
                        + "', '5')"))
        .isInstanceOf(SQLException.class)
        .extracting(e -> ((SQLException) e).getSQLState())
        .isEqualTo("42501");
  }

  /** Grants 100 in one transaction whose postings are these: the first the customer's. */
  private UUID write(long... amounts) throws SQLException {
    UUID customer = Ids.next();
    UUID lot = Ids.next();
    UUID entry = Ids.next();
    try (Connection connection = database.app().getConnection()) {
      connection.setAutoCommit(false);
      var statement = connection.createStatement();
      statement.execute("insert into mall.points_account values ('" + customer + "', 1, now())");
      statement.execute(
          "insert into mall.lot values ('"
              + lot
              + "', '"
              + customer
              + "', 'GRANTED', 100, 100, current_date)");
      statement.execute(
          "insert into mall.ledger_entry (id, customer_id, entry_no, kind, amount, balance_after,"
              + " effective_on, recorded_at, recorded_by) values ('"
              + entry
              + "', '"
              + customer
              + "', 1, 'GRANT', 100, 100, current_date, now(), 'test')");
      for (int i = 0; i < amounts.length; i++) {
        statement.execute(
            "insert into mall.posting (entry_id, seq, account, lot_id, amount) values ('"
                + entry
                + "', "
                + (i + 1)
                + (i == 0 ? ", 'CUSTOMER', '" + lot + "', " : ", 'ISSUED', null, ")
                + amounts[i]
                + ")");
      }
      connection.commit();
    }
    return entry;
  }

  private static void execute(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.createStatement().execute(sql);
    }
  }
}
