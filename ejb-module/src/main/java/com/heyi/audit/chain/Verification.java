package com.heyi.audit.chain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * That the chain was replayed, as the database remembers it.
 *
 * @param who an account name, {@code system}, or whoever ran the command
 * @param checkpoint number of the last checkpoint up to which all is sound, or null
 * @param finding what was found first, or null
 * @param entry the first broken row, or null
 * @param lane its lane, or null
 * @param seq its place, or null
 * @param detail the first finding in words, or null
 */
public record Verification(
    UUID id,
    Instant startedAt,
    Instant endedAt,
    String who,
    Kind kind,
    boolean sound,
    long entries,
    int lanes,
    Long checkpoint,
    Finding.Kind finding,
    UUID entry,
    Integer lane,
    Long seq,
    String detail) {
  private static final int LONGEST_DETAIL = 1000;
  private static final int FETCHED_AT_ONCE = 50;
  private static final int MOST_NAMED = 20;
  private static final String KIND = "heyi-verification-1";
  private static final String COLUMNS =
      "id, started_at, ended_at, who, kind, sound, entries, lanes, checkpoint, finding, entry,"
          + " lane, seq, detail";

  /** How much was replayed. */
  public enum Kind {
    /** All of it. */
    FULL,
    /** What came since the last sound checkpoint. */
    RECENT
  }

  public Verification {
    // As the database keeps them, or what vouches for the record would not fit what is read again.
    startedAt = startedAt.truncatedTo(ChronoUnit.MICROS);
    endedAt = endedAt.truncatedTo(ChronoUnit.MICROS);
  }

  /** What a replay has shown. */
  public static Verification of(
      UUID id, Instant startedAt, Instant endedAt, String who, Kind kind, Report report) {
    Finding first = report.sound() ? null : report.findings().get(0);
    return new Verification(
        id,
        startedAt,
        endedAt,
        who,
        kind,
        report.sound(),
        report.entries(),
        report.lanes(),
        report.last(),
        first == null ? null : first.kind(),
        first == null ? null : first.entry(),
        first == null ? null : first.lane(),
        first == null ? null : first.seq(),
        first == null ? null : Storable.text(first.detail(), LONGEST_DETAIL));
  }

  /**
   * The last one.
   *
   * @param now rows that say they began later are none: no replay begins in the future
   * @param keys only what one of these vouches for counts
   */
  public static Optional<Verification> last(Connection connection, Instant now, RowKeys keys)
      throws SQLException {
    return one(connection, "", now, keys);
  }

  /** The last by now that replayed all. */
  public static Optional<Verification> lastFull(Connection connection, Instant now, RowKeys keys)
      throws SQLException {
    return one(connection, " and kind = 'FULL'", now, keys);
  }

  /** The last by now that found all sound, and knows up to which checkpoint. */
  public static Optional<Verification> lastSound(Connection connection, Instant now, RowKeys keys)
      throws SQLException {
    return one(connection, " and sound and checkpoint is not null", now, keys);
  }

  /** How many rows say that they began later than now: a clock is wrong, or they are forged. */
  public static long inTheFuture(Connection connection, Instant now) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select count(*) from audit.verification where started_at > ?")) {
      statement.setObject(1, now.atOffset(ZoneOffset.UTC));
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getLong(1);
      }
    }
  }

  /** What says that it is a replay and was written by somebody without the key. */
  static List<Finding> forged(Connection connection, RowKeys keys) throws SQLException {
    List<Finding> forged = new ArrayList<>();
    if (keys.isEmpty()) {
      return forged;
    }
    Instant since = KeyedSince.read(connection, keys).at();
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "select " + COLUMNS + ", mac from audit.verification order by started_at, id")) {
      while (result.next()) {
        Verification one = read(result);
        String mac = result.getString("mac");
        boolean old = mac == null && (since == null || one.endedAt.isBefore(since));
        if (!old && !one.isOurs(keys, mac) && forged.size() < MOST_NAMED) {
          forged.add(
              Finding.of(
                  Finding.Kind.FORGED,
                  "the replay "
                      + one.id
                      + " of "
                      + one.startedAt
                      + " was recorded, or changed, by somebody without the key"));
        }
      }
      return forged;
    }
  }

  private boolean isOurs(RowKeys keys, String mac) {
    return keys.isEmpty() || keys.madeFor(KIND, values(), mac);
  }

  private List<String> values() {
    List<String> values = new ArrayList<>();
    for (Object value :
        new Object[] {
          id,
          micros(startedAt),
          micros(endedAt),
          who,
          kind,
          sound,
          entries,
          lanes,
          checkpoint,
          finding,
          entry,
          lane,
          seq,
          detail
        }) {
      values.add(value == null ? null : value.toString());
    }
    return values;
  }

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  private static Optional<Verification> one(
      Connection connection, String and, Instant now, RowKeys keys) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select "
                + COLUMNS
                + ", mac from audit.verification where started_at <= ?"
                + and
                + " order by started_at desc")) {
      statement.setFetchSize(FETCHED_AT_ONCE);
      statement.setObject(1, now.atOffset(ZoneOffset.UTC));
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          Verification found = read(result);
          if (found.isOurs(keys, result.getString("mac"))) {
            return Optional.of(found);
          }
        }
        return Optional.empty();
      }
    }
  }

  /**
   * Remembers it.
   *
   * @param keys the first of them vouches for it
   */
  public void insert(Connection connection, RowKeys keys) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into audit.verification ("
                + COLUMNS
                + ", mac) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      int i = 0;
      statement.setObject(++i, id);
      statement.setObject(++i, startedAt.atOffset(ZoneOffset.UTC));
      statement.setObject(++i, endedAt.atOffset(ZoneOffset.UTC));
      statement.setString(++i, who);
      statement.setString(++i, kind.name());
      statement.setBoolean(++i, sound);
      statement.setLong(++i, entries);
      statement.setInt(++i, lanes);
      statement.setObject(++i, checkpoint, Types.BIGINT);
      statement.setString(++i, finding == null ? null : finding.name());
      statement.setObject(++i, entry, Types.OTHER);
      statement.setObject(++i, lane, Types.INTEGER);
      statement.setObject(++i, seq, Types.BIGINT);
      statement.setString(++i, detail);
      statement.setString(++i, keys.macOf(KIND, values()));
      statement.executeUpdate();
    }
  }

  private static Verification read(ResultSet result) throws SQLException {
    String finding = result.getString("finding");
    return new Verification(
        result.getObject("id", UUID.class),
        result.getObject("started_at", OffsetDateTime.class).toInstant(),
        result.getObject("ended_at", OffsetDateTime.class).toInstant(),
        result.getString("who"),
        Kind.valueOf(result.getString("kind")),
        result.getBoolean("sound"),
        result.getLong("entries"),
        result.getInt("lanes"),
        result.getObject("checkpoint", Long.class),
        finding == null ? null : Finding.Kind.valueOf(finding),
        result.getObject("entry", UUID.class),
        result.getObject("lane", Integer.class),
        result.getObject("seq", Long.class),
        result.getString("detail"));
  }
}
