package com.heyi.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Of a row the application may change how it fares, never whose it is or what it was made for,
 * whoever writes past the entities.
 */
class WhatNeverChangesTest {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  private final TestDatabase database = TestDatabase.get();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update family.member set customer_id = household_id",
        "update family.allowance set amount = 1000",
        "update family.allowance set to_account = from_account",
        "update family.spending_limit set child_id = set_by",
        "update family.task set reward = 1000",
        "update family.task set to_account = from_account",
        "update family.goal set account_id = child_id",
        "update accounts.account set customer_id = id",
        "update accounts.account set number = '1'",
        "update accounts.account set closed_at = now()",
        "update accounts.customer set home_branch = 'B0101'",
        "update accounts.customer set registered_at = now()",
        "update accounts.app set kind = 'WEB'",
        "update relationship.alert set threshold = 1",
        "update relationship.follow_up set customer_id = id",
        "update relationship.care set customer_id = customer_id",
        "update winddown.plan set freeze_on = announced_on",
        "update winddown.plan set points = 0",
        "update menu.help set customer_id = id",
        "update menu.habit set customer_id = customer_id"
      })
  void theApplicationIsNotEvenGrantedTheAttempt(String tampering) {
    assertThatThrownBy(() -> execute(tampering))
        .isInstanceOf(SQLException.class)
        .extracting(e -> ((SQLException) e).getSQLState())
        .isEqualTo(INSUFFICIENT_PRIVILEGE);
  }

  /** Each schema with its tables: all columns that change, and no other. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          family, "allowance: version ends_on next_on put_off_to put_offs active;
                   goal: version title given_up;
                   household: version name;
                   member: version left_on;
                   spending_limit: version household_id per_payment per_day set_by active;
                   task: version title status decided_at movement_id"
          accounts, "account: version type status;
                   app: version owner_department status;
                   customer: version number name resident_id birth_date gender phone address
                             identity_status merged_into;
                   match_suggestion: version status decided_at decided_by"
          relationship, "activity: next_month cohort active;
                   alert: version manager amount movements status opened_at seen_at seen_by handled_at
                          handled_by outcome;
                   care: manager since;
                   flow: looked_at;
                   follow_up: version manager status holds opened_at due_on claimed_by claimed_at
                              closed_at;
                   manager: version name active absent_from absent_until substitute;
                   standing: version tier since earned grace_until hand_until hand_reason assets
                             activity points next_percent rules_from evaluated_for merged"
          deposits, "balance: amount movements; day_use: inflow outflow"
          winddown, "plan: version status frozen_at migrating_at ended_at run_id;
                   refund: paid_at paid_as"
          menu, "function: version area name_zh_cn name_zh_tw name_en owner_department on_app on_counter
                           on_phone;
                   habit: weight last_used_at uses segment;
                   help: version status ended_at ended_by;
                   preference: version left_handed large_text pins hides"
          """)
  void noTableHasAColumnThatTheApplicationMayChangeWithoutNeed(String schema, String changing)
      throws SQLException {
    assertThat(granted(schema)).isEqualTo(tables(changing));
  }

  private Map<String, Set<String>> granted(String schema) throws SQLException {
    Map<String, Set<String>> granted = new TreeMap<>();
    try (Connection connection = database.app().getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select table_name, column_name from information_schema.column_privileges"
                    + " where table_schema = ? and privilege_type = 'UPDATE'"
                    + " and grantee = current_user")) {
      statement.setString(1, schema);
      ResultSet columns = statement.executeQuery();
      while (columns.next()) {
        granted
            .computeIfAbsent(columns.getString(1), table -> new TreeSet<>())
            .add(columns.getString(2));
      }
    }
    return granted;
  }

  private static Map<String, Set<String>> tables(String changing) {
    return Arrays.stream(changing.split(";"))
        .map(table -> table.strip().split(":\\s*"))
        .collect(Collectors.toMap(table -> table[0], table -> Set.of(table[1].split("\\s+"))));
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.app().getConnection()) {
      connection.createStatement().execute(sql);
    }
  }
}
