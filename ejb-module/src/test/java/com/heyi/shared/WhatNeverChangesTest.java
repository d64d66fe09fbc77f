package com.heyi.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.heyi.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.AbstractEntityPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Of a row the application may change how it fares, never whose it is or what it was made for,
 * whoever writes past the entities.
 */
class WhatNeverChangesTest {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";
  private static final String VERSIONS = "_history";

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
        "update menu.habit set customer_id = customer_id",
        "update complaints.complaint set received_at = now()",
        "update complaints.complaint set texts_erased = true",
        "update complaints.clock set started_at = now()",
        "update complaints.attachment set sha256 = sha256",
        "update complaints.party set contact = '13800138000'",
        "update complaints.remark set narrative = 'x'",
        "update complaints.triage_suggestion set label = 'x'",
        "update learning.violation set points = 1",
        "update learning.violation set given_by = staff",
        "update learning.win_back set due_on = current_date",
        "update messages.message set args = '[]'",
        "update messages.message set customer_id = recipient_id",
        "update mall.item set sku = 'x'",
        "update mall.cart_line set customer_id = item_id",
        "update imports.run set requested_by = 'x'",
        "update imports.run set caller = '{}'",
        "update access.role_grant set role = 'head-office'",
        "update audit.saved_search set owner = 'x'"
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
          complaints, "authority: version allowed money_most points_most;
                   cfpb_record: sub_product sub_issue company company_public_response
                                consumer_consent_provided consumer_disputed narrative state
                                zip_code tags timely;
                   clock: due_at due_on days day_kind extra_days further_days paused_at
                          paused_days stopped_at met;
                   complaint: version status open narrative product issue complexity due_at
                              due_on on_time ticking level handler handler_name cause business
                              department finding resolution measures answer answer_channel
                              answered_at satisfaction root_cause closed_at step_count;
                   desk_member: version name level branch skills languages capacity absent_from
                                absent_until substitute active;
                   gone_file: since;
                   party: told_since told_by ended_at ended_by;
                   point: version reply replied_by replied_at;
                   presence: name seen_at;
                   redress: version taken_back_at taken_back_by taken_back_why;
                   remark: version status department answer answered_at closed_at into_complaint
                           step_count;
                   task: version answer done_by done_at outcome;
                   triage_batch: version status finished_at last_id done by_words by_facets
                                 no_words unknown trouble held_until begun taken_up taken_up_at;
                   triage_run: version status finished_at done learned_from trouble held_until
                               begun taken_up taken_up_at;
                   triaged: batch_id basis alike triaged_at"
          learning, "action: version due_on status round evidence done_by done_at check_on
                           dropped_why;
                   case_cause: version cause set_by set_at;
                   cause: version parent name description retired_on;
                   notice: version seen_by seen_at;
                   problem: version title description owner cause status closed_at conclusion;
                   problem_case: version parted_by parted_at parted_why;
                   second_failure: version handled_by handled_at handling;
                   survey: version reached satisfaction effort remark answered_at entered_by;
                   violation: version status grounds appealed_at decision decided_by decided_at;
                   win_back: version outcome result done_by done_at again_at"
          messages, "message: version status channel way refused failing_since language attempts
                            next_attempt_at trouble sent_at;
                   preference: version language channel email"
          mall, "bundle: version name reduced on_sale;
                   cart_line: quantity price_seen;
                   category: version parent_id path name_en name_zh_cn name_zh_tw position
                             retired words;
                   checkout: status order_id;
                   customer_order: version status returned stage delivered_at cash_returned;
                   goods_return: version status;
                   goods_return_line: accepted fate;
                   hold: status;
                   item: version name price stock status category_id family_id options cash;
                   item_family: version name options;
                   item_price: until_at;
                   item_words: name category_words words;
                   lot: remaining locked;
                   order_line: cancelled returned;
                   picture: position alt_en alt_zh_cn alt_zh_tw;
                   points_account: entries due_at;
                   purchase_limit: pieces days;
                   review: version status decided_at decided_by reason reported_at reported_by
                           report_reason hidden_at hidden_by answer answered_at answered_by"
          imports, "run: version status started_at finished_at runner file_leaves_at
                        file_deleted_at read_bytes rows_read loaded unchanged rejected message"
          access, "cursor: taken_until;
                   last_sign_in: at address client;
                   role_grant: granted_at granted_by via"
          audit, "saved_search: version name"
          """)
  void noTableHasAColumnThatTheApplicationMayChangeWithoutNeed(String schema, String changing)
      throws SQLException {
    assertThat(granted(schema)).isEqualTo(tables(changing));
  }

  /** A table that comes new with all of its columns open is found here. */
  @Test
  void noTableMayBeChangedInEveryColumn() throws SQLException {
    List<String> open = new ArrayList<>();
    try (Connection connection = database.app().getConnection();
        ResultSet tables =
            connection
                .createStatement()
                .executeQuery(
                    "select s.nspname || '.' || t.relname from pg_class t"
                        + " join pg_namespace s on s.oid = t.relnamespace"
                        + " join pg_attribute a on a.attrelid = t.oid"
                        + " where t.relkind in ('r', 'p') and a.attnum > 0"
                        + " and not a.attisdropped and s.nspname <> 'information_schema'"
                        + " and s.nspname !~ '^pg_' group by t.oid, s.nspname, t.relname"
                        + " having has_table_privilege(t.oid, 'UPDATE')"
                        + " or bool_and(has_column_privilege(t.oid, a.attnum, 'UPDATE'))"
                        + " order by 1")) {
      while (tables.next()) {
        open.add(tables.getString(1));
      }
    }
    assertThat(open).as("grant UPDATE on the columns that change only").isEmpty();
  }

  /**
   * Hibernate names every column of an entity when one of them changes, and PostgreSQL refuses the
   * whole change for one that is not granted: a column that never changes is said so on its field.
   */
  @Test
  void whatAnEntityWritesMayBeWritten() throws SQLException {
    Map<String, Set<String>> refused = new TreeMap<>();
    try (Connection connection = database.app().getConnection();
        PreparedStatement statement =
            connection.prepareStatement("select has_column_privilege(?, ?, 'UPDATE')")) {
      for (AbstractEntityPersister entity : entitiesThatChange()) {
        String table = entity.getIdentifierTableName();
        for (String column : written(entity)) {
          statement.setString(1, table);
          statement.setString(2, column);
          ResultSet granted = statement.executeQuery();
          granted.next();
          if (!granted.getBoolean(1)) {
            refused.computeIfAbsent(table, none -> new TreeSet<>()).add(column);
          }
        }
      }
    }
    assertThat(refused).as("grant it, or say updatable = false on the field").isEmpty();
  }

  /** Without versions, which are only added, and entities that name only what has changed. */
  private List<AbstractEntityPersister> entitiesThatChange() {
    return database
        .entityManagers()
        .unwrap(SessionFactoryImplementor.class)
        .getMappingMetamodel()
        .streamEntityDescriptors()
        .filter(EntityPersister::isMutable)
        .map(AbstractEntityPersister.class::cast)
        .filter(entity -> !entity.getEntityName().endsWith(VERSIONS))
        .filter(entity -> !entity.getEntityMetamodel().isDynamicUpdate())
        .toList();
  }

  /** The columns that an update of the entity names. */
  private static Set<String> written(AbstractEntityPersister entity) {
    boolean[][] updatable = entity.getPropertyColumnUpdateable();
    Set<String> columns = new TreeSet<>();
    for (int property = 0; property < updatable.length; property++) {
      String[] names = entity.getPropertyColumnNames(property);
      for (int i = 0; i < names.length; i++) {
        if (entity.getPropertyUpdateability()[property] && updatable[property][i]) {
          columns.add(names[i]);
        }
      }
    }
    return columns;
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
