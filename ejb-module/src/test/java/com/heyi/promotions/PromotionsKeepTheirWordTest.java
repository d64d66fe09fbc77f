package com.heyi.promotions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was promised, bought or earned cannot be rewritten, whoever writes past the application. */
class PromotionsKeepTheirWordTest {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  /** What may change: how something fares, never what it says. */
  private static final Map<String, Set<String>> CHANGING =
      Map.of(
          "benefit", Set.of("version", "ends_on"),
          "campaign", Set.of("version", "status", "budget", "run_id"),
          "coupon",
              Set.of("version", "status", "valid_until", "checkout_id", "order_id", "points_off"),
          "coupon_template", Set.of("version", "status"),
          "member", Set.of("since"),
          "membership",
              Set.of(
                  "version",
                  "ended_on",
                  "refunded",
                  "refund_entry",
                  "cash_refunded",
                  "cash_payback"),
          "order_to_reward", Set.of("done_at"),
          "pot_entry", Set.of("counted"),
          "pot_lane", Set.of("allotted", "spent"),
          "task", Set.of("version", "ends_on"));

  private final TestDatabase database = TestDatabase.get();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update promotions.membership set cash = 0",
        "update promotions.membership set fee = 0",
        "update promotions.membership set customer_id = level_id",
        "update promotions.membership set level_id = customer_id",
        "update promotions.membership set starts_on = ends_on",
        "update promotions.membership set ends_on = ends_on + 365",
        "update promotions.membership set fee_entry = null",
        "update promotions.membership set cash_payment = null",
        "update promotions.membership set bought_by = 'nobody'",
        "update promotions.campaign set unit = 'POINTS'",
        "update promotions.campaign set ends_on = ends_on + 1",
        "update promotions.campaign set branch = null",
        "update promotions.coupon set customer_id = template_id",
        "update promotions.coupon set template_id = customer_id",
        "update promotions.coupon set code = 'X'",
        "update promotions.coupon_template set amount = 100",
        "update promotions.benefit set points = 1000000",
        "update promotions.benefit set least_rank = null",
        "update promotions.task set points = 1000000",
        "update promotions.task set per_day = 100",
        "update promotions.benefit_take set day = day + 1",
        "update promotions.completion set points = 1",
        "update promotions.completion_undone set owed = 0",
        "update promotions.coupon_move set points_off = 1",
        "update promotions.membership_level set cash = 0",
        "update promotions.order_to_reward set customer_id = order_id",
        "update promotions.pot_entry set amount = 1",
        "update promotions.member set customer_id = customer_id",
        "delete from promotions.membership",
        "delete from promotions.coupon",
        "delete from promotions.member",
        "truncate promotions.benefit_take"
      })
  void theApplicationIsNotEvenGrantedTheAttempt(String tampering) {
    assertThatThrownBy(() -> execute(database.app(), tampering))
        .isInstanceOf(SQLException.class)
        .extracting(e -> ((SQLException) e).getSQLState())
        .isEqualTo(INSUFFICIENT_PRIVILEGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update promotions.member set since = now()",
        "update promotions.membership_level set cash = 0",
        "update promotions.benefit_take set day = day + 1",
        "update promotions.completion set points = 1",
        "delete from promotions.coupon_move"
      })
  void evenTheOwnerCannotChangeWhatHappened(String tampering) {
    assertThatThrownBy(() -> execute(database.owner(), tampering))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("immutable");
  }

  @Test
  void noTableHasAColumnThatTheApplicationMayChangeWithoutNeed() throws SQLException {
    Map<String, Set<String>> granted = new TreeMap<>();
    try (Connection connection = database.app().getConnection();
        ResultSet columns =
            connection
                .createStatement()
                .executeQuery(
                    "select table_name, column_name from information_schema.column_privileges"
                        + " where table_schema = 'promotions' and privilege_type = 'UPDATE'"
                        + " and grantee = current_user")) {
      while (columns.next()) {
        granted
            .computeIfAbsent(columns.getString(1), table -> new TreeSet<>())
            .add(columns.getString(2));
      }
    }
    assertThat(granted).isEqualTo(CHANGING);
  }

  private static void execute(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.createStatement().execute(sql);
    }
  }
}
