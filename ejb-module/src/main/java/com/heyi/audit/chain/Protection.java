package com.heyi.audit.chain;

import com.heyi.audit.chain.Finding.Kind;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Whether the database itself still refuses to change the tables of the trail. */
final class Protection {
  static final List<String> TABLES =
      List.of("audit.entry", "audit.checkpoint", "audit.verification", "audit.revision");

  /** SHA-256 of the body of shared.refuse_change, without blanks, as the migration made it. */
  static final String BODY = "3f051c8bbef25df5f8e56014c48e5c566a3d4230b11174eadc2fb9ea461921be";

  /** BEFORE, for each statement: UPDATE, DELETE and TRUNCATE. */
  private static final int TRIGGER_TYPE = 2 + 8 + 16 + 32;

  private Protection() {}

  static List<Finding> check(Connection connection) throws SQLException {
    List<Finding> findings = new ArrayList<>();
    for (String table : TABLES) {
      String state = state(connection, table);
      if (state == null) {
        findings.add(
            Finding.of(Kind.UNPROTECTED, "the trigger immutable on " + table + " is gone"));
      } else if (!"A".equals(state) && !"O".equals(state)) {
        findings.add(
            Finding.of(Kind.UNPROTECTED, "the trigger immutable on " + table + " is disabled"));
      }
    }
    for (String stranger : strangers(connection)) {
      findings.add(Finding.of(Kind.UNPROTECTED, stranger + " does not belong to the trail"));
    }
    if (!BODY.equals(body(connection))) {
      findings.add(
          Finding.of(Kind.UNPROTECTED, "the function shared.refuse_change is not the one of Heyi"));
    }
    return findings;
  }

  private static String state(Connection connection, String table) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select t.tgenabled from pg_trigger t where t.tgrelid = to_regclass(?) and t.tgname ="
                + " 'immutable' and t.tgtype = ? and t.tgqual is null and t.tgfoid ="
                + " to_regproc('shared.refuse_change')")) {
      statement.setString(1, table);
      statement.setInt(2, TRIGGER_TYPE);
      try (ResultSet result = statement.executeQuery()) {
        return result.next() ? result.getString(1) : null;
      }
    }
  }

  /** What could swallow rows before they are written, or hide them from a reader. */
  private static List<String> strangers(Connection connection) throws SQLException {
    List<String> strangers = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select 'trigger ' || tgname from pg_trigger where tgrelid = to_regclass(?)"
                + " and not tgisinternal and tgname <> 'immutable'"
                + " union all select 'rule ' || rulename from pg_rewrite"
                + " where ev_class = to_regclass(?)"
                + " union all select 'row security' from pg_class"
                + " where oid = to_regclass(?) and relrowsecurity")) {
      for (String table : TABLES) {
        statement.setString(1, table);
        statement.setString(2, table);
        statement.setString(3, table);
        try (ResultSet result = statement.executeQuery()) {
          while (result.next()) {
            strangers.add(result.getString(1) + " on " + table);
          }
        }
      }
    }
    return strangers;
  }

  static String body(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "select prosrc from pg_proc where oid = to_regproc('shared.refuse_change')")) {
      String source = result.next() ? result.getString(1).replaceAll("\\s+", "") : "";
      return HexFormat.of()
          .formatHex(Hashes.sha256().digest(source.getBytes(StandardCharsets.UTF_8)));
    }
  }
}
