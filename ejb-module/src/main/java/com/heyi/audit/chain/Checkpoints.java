package com.heyi.audit.chain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The checkpoints in the database. */
public final class Checkpoints {
  static final String COLUMNS =
      "number, recorded_at, entries, heads::text, previous, hash, signature, key_id";

  private static final int AT_A_TIME = 500;
  private static final String LOCK = "select pg_try_advisory_xact_lock(1212504393, -1)";

  /** The last row of each lane, by one look into the index for each: in one snapshot. */
  private static final String HEADS =
      "with recursive lanes(lane) as ("
          + " (select lane from audit.entry order by lane limit 1)"
          + " union all"
          + " select (select e.lane from audit.entry e where e.lane > lanes.lane"
          + "   order by e.lane limit 1) from lanes where lanes.lane is not null)"
          + " select e.lane, e.seq, e.hash from lanes cross join lateral"
          + " (select * from audit.entry a where a.lane = lanes.lane order by a.seq desc limit 1) e"
          + " order by e.lane";

  private Checkpoints() {}

  /**
   * Writes the next checkpoint in the transaction of this connection (read committed), unless
   * nothing is new or another node is writing one right now.
   *
   * @param written the last rows of lanes that this node has committed: since the last checkpoint
   *     nothing else knows that they were there
   * @throws ProofException when the trail no longer holds what the last checkpoint says, or what
   *     was written since
   */
  public static Optional<Checkpoint> write(
      Connection connection, Instant now, SigningKey key, Collection<Link> written)
      throws SQLException {
    if (!lock(connection)) {
      return Optional.empty();
    }
    Checkpoint last = last(connection).orElse(null);
    requireWritten(connection, written);
    KeyedSince.begin(connection, now, key.rowKeys());
    Versions.vouchForEarlierOnes(connection, now, key.rowKeys());
    List<Link> heads = heads(connection);
    if (last != null) {
      requireContinued(connection, last);
    }
    if (heads.isEmpty() || last != null && heads.equals(last.heads())) {
      return Optional.empty();
    }
    Checkpoint next = Checkpoint.after(last, now, heads, key);
    insert(connection, next);
    return Optional.of(next);
  }

  /** Where the lanes end now, as far as this connection sees. */
  public static List<Link> heads(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(HEADS)) {
      List<Link> heads = new ArrayList<>();
      while (result.next()) {
        heads.add(new Link(result.getInt(1), result.getLong(2), result.getString(3)));
      }
      return heads;
    }
  }

  /** The last checkpoint. */
  public static Optional<Checkpoint> last(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "select " + COLUMNS + " from audit.checkpoint order by number desc limit 1")) {
      return result.next() ? Optional.of(read(result)) : Optional.empty();
    }
  }

  /** The checkpoint of this number. */
  static Optional<Checkpoint> find(Connection connection, long number) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select " + COLUMNS + " from audit.checkpoint where number = ?")) {
      statement.setLong(1, number);
      try (ResultSet result = statement.executeQuery()) {
        return result.next() ? Optional.of(read(result)) : Optional.empty();
      }
    }
  }

  /** The first of the checkpoints after this number, in their order. */
  static List<Checkpoint> after(Connection connection, long number) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select "
                + COLUMNS
                + " from audit.checkpoint where number > ? order by number limit "
                + AT_A_TIME)) {
      statement.setLong(1, number);
      try (ResultSet result = statement.executeQuery()) {
        List<Checkpoint> found = new ArrayList<>();
        while (result.next()) {
          found.add(read(result));
        }
        return found;
      }
    }
  }

  static Checkpoint read(ResultSet result) throws SQLException {
    int i = 0;
    return new Checkpoint(
        result.getLong(++i),
        result.getObject(++i, OffsetDateTime.class).toInstant(),
        result.getLong(++i),
        Checkpoint.parseHeads(result.getString(++i)),
        result.getString(++i),
        result.getString(++i),
        result.getString(++i),
        result.getString(++i));
  }

  private static boolean lock(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(LOCK)) {
      result.next();
      return result.getBoolean(1);
    }
  }

  /** A cut tail must not be signed as if it had always been so. */
  private static void requireContinued(Connection connection, Checkpoint last) throws SQLException {
    require(connection, last.heads(), "is not the one of checkpoint " + last.number());
  }

  /** What was cut off within the minute must not be signed as if it had never been. */
  private static void requireWritten(Connection connection, Collection<Link> written)
      throws SQLException {
    require(connection, written, "is not the one that was written");
  }

  private static void require(Connection connection, Collection<Link> heads, String otherwise)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select 1 from audit.entry where lane = ? and seq = ? and hash = ?")) {
      for (Link head : heads) {
        statement.setInt(1, head.lane());
        statement.setLong(2, head.seq());
        statement.setString(3, head.hash());
        try (ResultSet result = statement.executeQuery()) {
          if (!result.next()) {
            throw new ProofException(
                "the trail was tampered with: row "
                    + head.seq()
                    + " of lane "
                    + head.lane()
                    + " "
                    + otherwise);
          }
        }
      }
    }
  }

  private static void insert(Connection connection, Checkpoint checkpoint) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into audit.checkpoint (number, recorded_at, entries, heads, previous, hash,"
                + " signature, key_id) values (?, ?, ?, cast(? as json), ?, ?, ?, ?)")) {
      int i = 0;
      statement.setLong(++i, checkpoint.number());
      statement.setObject(++i, checkpoint.at().atOffset(ZoneOffset.UTC));
      statement.setLong(++i, checkpoint.entries());
      statement.setString(++i, checkpoint.headsText());
      statement.setString(++i, checkpoint.previous());
      statement.setString(++i, checkpoint.hash());
      statement.setString(++i, checkpoint.signature());
      statement.setString(++i, checkpoint.keyId());
      statement.executeUpdate();
    }
  }
}
