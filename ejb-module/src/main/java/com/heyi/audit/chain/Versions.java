package com.heyi.audit.chain;

import com.heyi.audit.chain.Finding.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The versions of records in the proof. Each version leaves two digests in {@code audit.version}
 * when it is written, one of what stays for ever and one, salted, of what an erasure may empty; the
 * row of the trail that belongs to its revision carries one hash over them.
 *
 * <p>Checking asks the database for digests by its own SHA-256, and by none of Heyi's functions.
 */
public final class Versions {
  private static final int MOST_NAMED = 20;

  /** The table whose own id is the customer's, and what an erasure leaves in it. */
  private static final String CUSTOMERS = "accounts.customer_history";

  private static final String STATUS = "identity_status";

  /** Instead of a value that cannot be empty, as a part of a key. */
  private static final String NOBODY = "erased:";

  private static final String NET =
      "case when %1$s is null then '~' else octet_length("
          + "convert_to(%1$s, 'UTF8')) || ':' || %1$s end";

  private static final String HASH =
      "encode(sha256(convert_to(string_agg("
          + List.of(
                  "v.revision::text",
                  "v.thing",
                  "v.record",
                  "v.personal_columns::text",
                  "v.fixed",
                  "v.personal")
              .stream()
              .map(NET::formatted)
              .collect(java.util.stream.Collectors.joining(" || "))
          + ", '' order by v.revision, v.thing collate \"C\", v.record collate \"C\","
          + " v.fixed collate \"C\", v.personal collate \"C\"), 'UTF8')), 'hex')";

  private static final String HISTORIES =
      "select n.nspname || '.' || c.relname, c.oid::regclass::text,"
          + " case when c.relname = 'revision' then 'id' else 'revision' end,"
          + " has_table_privilege(c.oid, 'select'),"
          + " array(select a.attname::text from pg_index i join pg_attribute a"
          + " on a.attrelid = i.indrelid and a.attnum = any (i.indkey)"
          + " where i.indrelid = c.oid and i.indisprimary and a.attname <> 'revision'"
          + " order by array_position(i.indkey::int2[], a.attnum))"
          + " from pg_class c join pg_namespace n on n.oid = c.relnamespace"
          + " where c.oid = to_regclass('audit.revision') and exists (select 1 from audit.version)"
          + " or c.relkind = 'r' and c.relname like '%\\_history' and exists (select 1"
          + " from pg_attribute a where a.attrelid = c.oid and a.attname = 'revision_kind')"
          + " order by 1";

  private final Connection connection;
  private final long from;
  private final List<Finding> findings = new ArrayList<>();
  private long count;

  /**
   * What was checked.
   *
   * @param count how many versions
   * @param findings what is broken
   */
  record Checked(long count, List<Finding> findings) {}

  /** A table with versions. */
  private record History(
      String thing, String name, String number, boolean readable, List<String> keys) {}

  private Versions(Connection connection, long from) {
    this.connection = connection;
    this.from = from;
  }

  /**
   * What the row of the trail of this revision must carry, as far as this transaction has written
   * versions; null when there are none.
   */
  public static String hash(Connection connection, long revision) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select audit.versions_hash(?)")) {
      statement.setLong(1, revision);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getString(1);
      }
    }
  }

  /** Versions from before the proof began get the row that vouches for them, once. */
  static void vouchForEarlierOnes(Connection connection, Instant now, RowKeys keys)
      throws SQLException {
    List<TrailRow> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "select v.bound, count(*) from audit.version v where v.bound <= 0 and not exists"
                    + " (select 1 from audit.entry e where e.revision = v.bound and e.versions is"
                    + " not null) group by v.bound order by v.bound")) {
      while (result.next()) {
        long bound = result.getLong(1);
        String changes =
            ChangesText.of(
                List.of(
                    new ChangesText.Line(
                        "revision", Long.toString(bound), "versions", null, result.getString(2))));
        rows.add(
            TrailRow.bySystem(
                UUID.randomUUID(), now, "audit.vouch", "revision:" + bound, changes, bound));
      }
    }
    if (!rows.isEmpty()) {
      Link lane = ChainWriter.takeLane(connection, ChainWriter.LANES);
      for (TrailRow row : rows) {
        lane =
            ChainWriter.append(
                connection, lane, List.of(row.vouchingFor(hash(connection, row.revision()))), keys);
      }
    }
  }

  /**
   * Compares versions with their digests and these with the rows of the trail, which must have been
   * replayed.
   *
   * @param start the checkpoint after which rows were replayed, or null for all
   */
  static Checked check(Connection connection, Checkpoint start) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local enable_seqscan = on");
      statement.execute("set local enable_sort = on");
      statement.execute("set local enable_bitmapscan = on");
      statement.execute("set local timezone = 'UTC'");
    }
    Versions versions =
        new Versions(connection, start == null ? Long.MIN_VALUE : firstSince(connection, start));
    if (versions.from == Long.MAX_VALUE) {
      return new Checked(0, List.of());
    }
    versions.checkVouching(start == null && Checkpoints.last(connection).isEmpty());
    for (History history : versions.histories()) {
      versions.check(history);
    }
    return new Checked(versions.count, versions.findings);
  }

  /** The smallest revision of the rows after a checkpoint. */
  private static long firstSince(Connection connection, Checkpoint start) throws SQLException {
    long first = Long.MAX_VALUE;
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select min(revision) from (select revision from audit.entry where lane = ? and seq > ?"
                + " offset 0) e")) {
      for (int lane = 0; lane < ChainWriter.LANES; lane++) {
        statement.setInt(1, lane);
        statement.setLong(2, start.head(lane).seq());
        try (ResultSet result = statement.executeQuery()) {
          result.next();
          long found = result.getLong(1);
          first = result.wasNull() ? first : Math.min(first, found);
        }
      }
    }
    return first;
  }

  /**
   * What {@code audit.version} says against what the rows of the trail vouch for.
   *
   * @param young nothing was signed yet, so what was there before may still wait for its row
   */
  private void checkVouching(boolean young) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "with d as (select v.bound, "
                + HASH
                + " as digest, min(v.thing || ' ' || v.record) as one from audit.version v"
                + " where v.bound >= ? group by v.bound),"
                + " e as (select id, lane, seq, recorded_at::text as at, revision, versions"
                + " from audit.entry where versions is not null and revision >= ?)"
                + " select coalesce(d.bound, e.revision), d.bound is null, e.id is null, d.one,"
                + " e.id, e.lane, e.seq, e.at from d full join e on e.revision = d.bound"
                + " where e.versions is distinct from d.digest order by 1, 6, 7 limit "
                + MOST_NAMED)) {
      statement.setLong(1, from);
      statement.setLong(2, from);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          long bound = result.getLong(1);
          if (young && bound <= 0 && result.getBoolean(3)) {
            continue;
          }
          String what =
              result.getBoolean(3)
                  ? "no row of the trail vouches for the versions of revision "
                      + bound
                      + ", such as "
                      + result.getString(4)
                  : result.getBoolean(2)
                      ? "the versions of revision " + bound + ", for which it vouches, are gone"
                      : "the versions of revision "
                          + bound
                          + " are not those for which it vouches (such as "
                          + result.getString(4)
                          + ")";
          findings.add(
              new Finding(
                  Kind.VERSION,
                  result.getObject(5, UUID.class),
                  result.getObject(6, Integer.class),
                  result.getObject(7, Long.class),
                  result.getString(8),
                  what));
        }
      }
    }
  }

  private List<History> histories() throws SQLException {
    List<History> histories = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(HISTORIES)) {
      while (result.next()) {
        histories.add(
            new History(
                result.getString(1),
                result.getString(2),
                result.getString(3),
                result.getBoolean(4),
                List.of((String[]) result.getArray(5).getArray())));
      }
    }
    Set<String> known = new LinkedHashSet<>();
    histories.forEach(history -> known.add(history.thing()));
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select thing, min(revision) from audit.version where revision >= ? group by thing")) {
      statement.setLong(1, from);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          if (!known.contains(result.getString(1))) {
            found(result.getString(1), null, result.getLong(2), "the whole table is gone");
          }
        }
      }
    }
    return histories;
  }

  private void check(History history) throws SQLException {
    if (!history.readable()) {
      findings.add(
          Finding.of(Kind.VERSION, "this role may not read " + history.thing() + ": not compared"));
      return;
    }
    long before = findings.size();
    compare(history);
    if (findings.size() == before) {
      compareCounts(history);
    }
    checkEmptied(history);
  }

  /** The rows of a table as h (revision, record, whole), and what vouches for them as v. */
  private String both(History history) {
    StringBuilder record = new StringBuilder();
    for (String key : history.keys()) {
      record.append(record.isEmpty() ? "" : ", ");
      // What may be emptied is no part of the name.
      record
          .append("case when '")
          .append(key.replace("'", "''"))
          .append("' <> all (p.may_go)")
          .append(" then whole ->> '")
          .append(key.replace("'", "''"))
          .append("' end");
    }
    return "with v as materialized (select * from audit.version where thing = ? and revision >= ?),"
        + " p as materialized (select coalesce((select personal_columns from v"
        + " order by id desc limit 1), '{}') as may_go),"
        + " h as materialized (select (whole ->> '"
        + history.number()
        + "')::bigint as revision, array_to_string(array_remove(array["
        + (record.isEmpty() ? "null::text" : record)
        + "], null), '/') as record, whole from (select jsonb_strip_nulls(to_jsonb(t)) as whole"
        + " from "
        + history.name()
        + " t where t."
        + history.number()
        + " >= ?) t, p),"
        + " w as materialized (select v.id, v.revision, v.record, v.personal, v.salt,"
        + " v.emptied_for, h.whole, h.whole - array(select jsonb_object_keys(h.whole"
        + " - v.personal_columns)) as rest from v join h on h.revision = v.revision and h.record ="
        + " v.record and encode(sha256(convert_to((h.whole - v.personal_columns)::text, 'UTF8')),"
        + " 'hex') = v.fixed),"
        + " m as materialized (select * from w where personal is null and rest = '{}'"
        + " or personal is not null and salt is null"
        + " or personal = encode(sha256(convert_to(salt::text || rest::text, 'UTF8')), 'hex')) ";
  }

  private PreparedStatement prepare(History history, String query) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(both(history) + query);
    statement.setString(1, history.thing());
    statement.setLong(2, from);
    statement.setLong(3, from);
    return statement;
  }

  private void compare(History history) throws SQLException {
    try (PreparedStatement statement =
            prepare(
                history,
                "select revision, record, exists (select 1 from h where h.revision = v.revision"
                    + " and h.record = v.record), true from v where id not in (select id from m)"
                    + " union all"
                    + " select revision, record, exists (select 1 from v where h.revision ="
                    + " v.revision and h.record = v.record), false from h where not exists"
                    + " (select 1 from m where m.revision = h.revision and m.record = h.record and"
                    + " m.whole = h.whole)"
                    + " order by 1, 2, 4 desc limit "
                    + MOST_NAMED);
        ResultSet result = statement.executeQuery()) {
      String last = "";
      while (result.next()) {
        long revision = result.getLong(1);
        String record = result.getString(2);
        boolean both = result.getBoolean(3);
        boolean vouched = result.getBoolean(4);
        String place = revision + "/" + record;
        if (vouched) {
          found(history.thing(), record, revision, both ? "it was changed" : "it is gone");
          last = both ? place : last;
        } else if (!place.equals(last)) {
          found(history.thing(), record, revision, "it was inserted: nothing vouches for it");
        }
      }
    }
  }

  private void compareCounts(History history) throws SQLException {
    try (PreparedStatement statement =
            prepare(history, "select (select count(*) from v), (select count(*) from h)");
        ResultSet result = statement.executeQuery()) {
      result.next();
      long vouched = result.getLong(1);
      count += vouched;
      if (vouched != result.getLong(2)) {
        findings.add(
            Finding.of(
                Kind.VERSION,
                history.thing()
                    + " has "
                    + result.getLong(2)
                    + " versions, and "
                    + vouched
                    + " were written"));
      }
    }
  }

  /** Emptied versions must be empty, and a row of the trail must tell for whom or why. */
  private void checkEmptied(History history) throws SQLException {
    String owner =
        history.thing().equals(CUSTOMERS) ? "m.whole ->> 'id'" : "m.whole ->> 'customer_id'";
    Set<String> over = new LinkedHashSet<>();
    try (PreparedStatement statement =
            prepare(
                history,
                "select revision, record, emptied_for, coalesce("
                    + owner
                    + " <> emptied_for::text, false), exists (select 1 from jsonb_each(rest) as r"
                    + " (name, value) where name <> '"
                    + STATUS
                    + "' and jsonb_typeof(value) <> 'boolean' and coalesce(value #>> '{}', '')"
                    + " not like '"
                    + NOBODY
                    + "%'), emptied_for is not null and not exists (select 1 from audit.entry e"
                    + " where e.action = 'privacy.erase' and e.outcome = 'DONE' and e.target ="
                    + " 'customer:' || emptied_for) from m where personal is not null and salt is"
                    + " null order by 1, 2");
        ResultSet result = statement.executeQuery()) {
      long named = 0;
      while (result.next()) {
        String wrong =
            result.getBoolean(5)
                ? "it was emptied, and yet tells something"
                : result.getBoolean(4)
                    ? "it was emptied for the erasure of somebody else"
                    : result.getBoolean(6)
                        ? "it was emptied, and no row of the trail tells of that erasure"
                        : null;
        if (wrong != null && named++ < MOST_NAMED) {
          found(history.thing(), result.getString(2), result.getLong(1), wrong);
        } else if (wrong == null && result.getString(3) == null) {
          over.add(result.getString(2));
        }
      }
    }
    long purged = over.isEmpty() ? 0 : purged();
    if (over.size() > purged) {
      findings.add(
          Finding.of(
              Kind.VERSION,
              over.size()
                  + " records of "
                  + history.thing()
                  + " were emptied because their time was over, such as "
                  + over.iterator().next()
                  + ", and the trail tells of "
                  + purged));
    }
  }

  /** How many records were emptied or removed because their time was over, by the trail. */
  private long purged() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "select coalesce(sum((c ->> 'after')::bigint), 0) from audit.entry e,"
                    + " jsonb_array_elements(e.changes) c where e.action = 'privacy.purge' and"
                    + " e.outcome = 'DONE' and c ->> 'field' = 'emptied'")) {
      result.next();
      return result.getLong(1);
    }
  }

  private void found(String thing, String record, long revision, String how) {
    findings.add(
        Finding.of(
            Kind.VERSION,
            thing
                + (record == null || record.isEmpty() ? "" : ", record " + record)
                + ", revision "
                + revision
                + ": "
                + how));
  }
}
