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
import java.util.Map;
import java.util.TreeMap;

/** Whether the database itself still refuses to change the tables of the trail. */
final class Protection {
  /** SHA-256 of the bodies of what protects, without blanks, as the migrations made them. */
  static final Map<String, String> BODIES =
      new TreeMap<>(
          Map.of(
              "shared.refuse_change",
              "3f051c8bbef25df5f8e56014c48e5c566a3d4230b11174eadc2fb9ea461921be",
              "shared.refuse_change_but_erasure",
              "d9a18805cd1ca766f5a7350e32c0d952125a52aa70fffcfb8312e43a22a01add",
              "shared.guard_erasure",
              "7384eec1d84012ebd3402ef454f8081bfad259bd8db7d660f76f17580c344560",
              "shared.erasing",
              "ffccd4760a7bb3b81fec0c5b182d318977627fd5c3b11bcfd809a9b0a8bd8667",
              "audit.prove_version",
              "7bea2f107038c179cd0f6fe57e603b7eb422eb488ac13b0e887fd95e12520b69"));

  /** BEFORE, for each statement: UPDATE, DELETE and TRUNCATE. */
  private static final int REFUSES = 2 + 8 + 16 + 32;

  /** BEFORE, for each row: UPDATE. */
  private static final int GUARDS = 1 + 2 + 16;

  /** AFTER, for each row: INSERT and UPDATE. */
  private static final int PROVES = 1 + 4 + 16;

  private static final Wanted IMMUTABLE = new Wanted("immutable", REFUSES, "shared.refuse_change");
  private static final Wanted ERASABLE =
      new Wanted("immutable", REFUSES, "shared.refuse_change_but_erasure");
  private static final Wanted ONLY_PERSONAL =
      new Wanted("only_personal", GUARDS, "shared.guard_erasure");
  private static final Wanted PROOF = new Wanted("proof", PROVES, "audit.prove_version");

  private static final Map<String, List<Wanted>> TRAIL =
      new TreeMap<>(
          Map.of(
              "audit.entry", List.of(IMMUTABLE),
              "audit.checkpoint", List.of(IMMUTABLE),
              "audit.verification", List.of(IMMUTABLE),
              "audit.version", List.of(ERASABLE, ONLY_PERSONAL)));

  private static final String HISTORIES =
      "select n.nspname || '.' || c.relname, exists (select 1 from audit.version v where v.thing ="
          + " n.nspname || '.' || c.relname and cardinality(v.personal_columns) > 0) or exists"
          + " (select 1 from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'only_personal')"
          + " from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid ="
          + " to_regclass('audit.revision') or c.relkind = 'r' and c.relname like '%\\_history'"
          + " and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname ="
          + " 'revision_kind') order by 1";

  /** A trigger that a table must have. */
  private record Wanted(String name, int type, String function) {}

  private Protection() {}

  static List<Finding> check(Connection connection) throws SQLException {
    List<Finding> findings = new ArrayList<>();
    for (Map.Entry<String, List<Wanted>> table : tables(connection).entrySet()) {
      for (Wanted trigger : table.getValue()) {
        String state = state(connection, table.getKey(), trigger);
        String which = "the trigger " + trigger.name() + " on " + table.getKey();
        if (state == null) {
          findings.add(Finding.of(Kind.UNPROTECTED, which + " is gone"));
        } else if ("D".equals(state)) {
          findings.add(Finding.of(Kind.UNPROTECTED, which + " is disabled"));
        } else if (!"A".equals(state)) {
          // A session that plays the replica would pass by.
          findings.add(Finding.of(Kind.UNPROTECTED, which + " is not enabled always"));
        }
      }
      for (String stranger : strangers(connection, table.getKey(), table.getValue())) {
        findings.add(Finding.of(Kind.UNPROTECTED, stranger + " does not belong to the trail"));
      }
    }
    for (Map.Entry<String, String> function : BODIES.entrySet()) {
      if (!function.getValue().equals(body(connection, function.getKey()))) {
        findings.add(
            Finding.of(
                Kind.UNPROTECTED, "the function " + function.getKey() + " is not the one of Heyi"));
      }
    }
    return findings;
  }

  /** All tables of the proof with the triggers that they must have. */
  private static Map<String, List<Wanted>> tables(Connection connection) throws SQLException {
    Map<String, List<Wanted>> tables = new TreeMap<>(TRAIL);
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(HISTORIES)) {
      while (result.next()) {
        tables.put(
            result.getString(1),
            result.getBoolean(2)
                ? List.of(ERASABLE, ONLY_PERSONAL, PROOF)
                : List.of(IMMUTABLE, PROOF));
      }
    }
    return tables;
  }

  private static String state(Connection connection, String table, Wanted trigger)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select t.tgenabled from pg_trigger t where t.tgrelid = to_regclass(?) and t.tgname = ?"
                + " and t.tgtype = ? and t.tgqual is null and t.tgfoid = to_regproc(?)")) {
      statement.setString(1, table);
      statement.setString(2, trigger.name());
      statement.setInt(3, trigger.type());
      statement.setString(4, trigger.function());
      try (ResultSet result = statement.executeQuery()) {
        return result.next() ? result.getString(1) : null;
      }
    }
  }

  /** What could swallow rows before they are written, or hide them from a reader. */
  private static List<String> strangers(Connection connection, String table, List<Wanted> own)
      throws SQLException {
    List<String> strangers = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select 'trigger ' || tgname from pg_trigger where tgrelid = to_regclass(?)"
                + " and not tgisinternal and tgname <> all (?)"
                + " union all select 'rule ' || rulename from pg_rewrite"
                + " where ev_class = to_regclass(?)"
                + " union all select 'row security' from pg_class"
                + " where oid = to_regclass(?) and relrowsecurity")) {
      statement.setString(1, table);
      statement.setArray(
          2, connection.createArrayOf("text", own.stream().map(Wanted::name).toArray()));
      statement.setString(3, table);
      statement.setString(4, table);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          strangers.add(result.getString(1) + " on " + table);
        }
      }
    }
    return strangers;
  }

  static String body(Connection connection, String function) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select prosrc from pg_proc where oid = to_regproc(?)")) {
      statement.setString(1, function);
      try (ResultSet result = statement.executeQuery()) {
        String source = result.next() ? result.getString(1).replaceAll("\\s+", "") : "";
        return HexFormat.of()
            .formatHex(Hashes.sha256().digest(source.getBytes(StandardCharsets.UTF_8)));
      }
    }
  }
}
