package com.heyi.approvals.internal;

import static org.assertj.core.api.Assertions.assertThat;
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

/**
 * What the database itself guarantees of requests and rules, whoever asks it for something else.
 */
class RequestsAreKeptTest {
  private final DataSource owner = TestDatabase.get().owner();
  private final DataSource app = TestDatabase.get().app();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from approvals.request",
        "truncate approvals.request cascade",
        "delete from approvals.rule",
        "truncate approvals.rule"
      })
  void nothingIsEverDeletedNotEvenByTheOwner(String statement) {
    assertThatThrownBy(() -> execute(owner, statement)).hasMessageContaining("immutable");
    assertThatThrownBy(() -> execute(app, statement))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from approvals.done_alone",
        "truncate approvals.done_alone",
        "update approvals.done_alone set weight = 1"
      })
  void whatAddsUpIsNotMadeLessByTheApplication(String statement) {
    assertThatThrownBy(() -> execute(app, statement))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arguments = '[]'",
        "arguments_hash = repeat('0', 64)",
        "changes = '[]'",
        "maker = 'somebody'",
        "checker_roles = ',operator,'",
        "expires_at = expires_at + interval '1 day'",
        "target = 'customer:other'",
        "reason = 'another'",
        "weight = 1",
        "together = 99999999",
        "action = 'item.create'"
      })
  void whatWasProposedNeverChanges(String change) throws SQLException {
    UUID id = pending("customer:" + Ids.next());
    String statement = "update approvals.request set " + change + " where id = '" + id + "'";
    assertThatThrownBy(() -> execute(owner, statement)).hasMessageContaining("immutable");
    assertThatThrownBy(() -> execute(app, statement))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
  }

  @Test
  void aRequestEndsOnce() throws SQLException {
    UUID id = pending("customer:" + Ids.next());
    end(id, "REJECTED", "admin.wu", "'no'");
    assertThatThrownBy(() -> end(id, "APPROVED", "admin.wu", "null"))
        .hasMessageContaining("REJECTED already");
    assertThatThrownBy(() -> end(id, "REJECTED", "admin.zhou", "'no'"))
        .hasMessageContaining("REJECTED already");
  }

  @ParameterizedTest
  @ValueSource(strings = {"APPROVED", "REJECTED"})
  void theDatabaseItselfKeepsTheMakerFromDeciding(String end) throws SQLException {
    UUID id = pending("customer:" + Ids.next());
    assertThatThrownBy(() -> end(id, end, "ADMIN.LI", "'x'")).hasMessageContaining("check");
  }

  @Test
  void aRejectionNeedsAReason() throws SQLException {
    UUID id = pending("customer:" + Ids.next());
    assertThatThrownBy(() -> end(id, "REJECTED", "admin.wu", "''")).hasMessageContaining("check");
  }

  @Test
  void onlyTheMakerCanHaveWithdrawnIt() throws SQLException {
    UUID id = pending("customer:" + Ids.next());
    assertThatThrownBy(() -> end(id, "WITHDRAWN", "admin.wu", "null"))
        .hasMessageContaining("check");
  }

  @Test
  void noSecondRequestWaitsForTheSameTarget() throws SQLException {
    String target = "customer:" + Ids.next();
    UUID first = pending(target);
    assertThatThrownBy(() -> pending(target)).hasMessageContaining("request_one_waits");
    end(first, "MOVED", "admin.wu", "null");
    pending(target);
  }

  @Test
  void noRequestBeginsAsApproved() {
    assertThatThrownBy(() -> insert("customer:x", "APPROVED")).hasMessageContaining("PENDING");
  }

  @Test
  void noRuleIsSetWithoutAnApprovedRequest() throws SQLException {
    String loosen = "update approvals.rule set active = false where action = 'points.grant'";
    assertThatThrownBy(() -> execute(app, loosen)).hasMessageContaining("without an approved");
    assertThatThrownBy(() -> execute(owner, loosen)).hasMessageContaining("without an approved");
    UUID other = pending("customer:" + Ids.next());
    end(other, "APPROVED", "admin.wu", "null");
    assertThatThrownBy(
            () ->
                execute(
                    app,
                    "update approvals.rule set active = false, approval = '"
                        + other
                        + "' where action = 'points.grant'"))
        .hasMessageContaining("without an approved");
  }

  @ParameterizedTest
  @ValueSource(strings = {"approval.approve", "approval-rule.set"})
  void approvalsThemselvesHaveNoRule(String action) {
    assertThatThrownBy(() -> execute(app, rule(action, ",head-office-admin,")))
        .hasMessageContaining("check");
  }

  @ParameterizedTest
  @ValueSource(strings = {",auditor,", ",branch-system,", ",", "head-office-admin"})
  void noRuleLetsAnAuditorABranchOrNobodyDecide(String roles) {
    assertThatThrownBy(() -> execute(app, rule("no.matter", roles))).hasMessageContaining("check");
  }

  private static String rule(String action, String roles) {
    return "insert into approvals.rule (action, version, checker_roles, expires_after_hours,"
        + " active) values ('"
        + action
        + "', 0, '"
        + roles
        + "', 1, true)";
  }

  private UUID pending(String target) throws SQLException {
    return insert(target, "PENDING");
  }

  private UUID insert(String target, String status) throws SQLException {
    UUID id = Ids.next();
    execute(
        app,
        "insert into approvals.request (id, version, status, action, module, target, unit, maker,"
            + " maker_name, maker_roles, maker_locale, channel, request_id, tried_at, made_at,"
            + " expires_at, arguments, arguments_hash, shown, changes, checker_roles, fingerprint)"
            + " values ('"
            + id
            + "', 0, '"
            + status
            + "', 'points.grant', 'mall', '"
            + target
            + "', 'POINTS', 'admin.li', 'Li', ',operator,', 'en', 'REST', 'r', now(), now(), now()"
            + " + interval '1 day', '[1]', repeat('a', 64), '[1]', '[1]', ',head-office-admin,',"
            + " repeat('b', 64))");
    return id;
  }

  private void end(UUID id, String status, String by, String why) throws SQLException {
    execute(
        app,
        "update approvals.request set status = '"
            + status
            + "', version = version + 1, decided_by = '"
            + by
            + "', decided_by_name = 'x', decided_at = now(), decision_reason = "
            + why
            + " where id = '"
            + id
            + "'");
  }

  private static void execute(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.createStatement().execute(sql);
    }
  }
}
