package com.heyi.audit.chain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes rows of the trail at the end of a lane. To be called as late in a transaction as can be:
 * the lane is taken until it ends.
 */
public final class ChainWriter {
  /** How many transactions can write to the trail at once. May grow, never shrink. */
  public static final int LANES = 16;

  private static final String TAKE_LANE =
      "select lane, last_seq, last_hash from audit.take_lane(?)";
  private static final String INSERT =
      "insert into audit.entry ("
          + Arrays.stream(EntryColumn.values())
              .map(EntryColumn::column)
              .collect(Collectors.joining(", "))
          + ", hash, mac) values ("
          + Arrays.stream(EntryColumn.values())
              .map(ChainWriter::parameter)
              .collect(Collectors.joining(", "))
          + ", ?, ?)";

  private static final int MAC = EntryColumn.values().length + 2;

  private ChainWriter() {}

  private static String parameter(EntryColumn column) {
    return switch (column) {
      case CHANGES -> "cast(? as jsonb)";
      case SHOWN -> "cast(? as uuid[])";
      default -> "?";
    };
  }

  /**
   * Takes a free lane for the transaction of this connection, which must be read committed.
   *
   * @param lanes how many lanes there are; {@link #LANES} in the product
   * @throws SQLException when none gets free in time, too
   */
  public static Link takeLane(Connection connection, int lanes) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TAKE_LANE)) {
      statement.setInt(1, lanes);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return new Link(result.getInt(1), result.getLong(2), result.getString(3));
      }
    }
  }

  /**
   * Writes the rows in their order.
   *
   * @param end the end of a lane that this transaction has taken
   * @param keys the first of them vouches for the rows
   * @return the new end of that lane
   */
  public static Link append(Connection connection, Link end, List<TrailRow> rows, RowKeys keys)
      throws SQLException {
    Link last = end;
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      for (TrailRow row : rows) {
        last = row.after(last);
        bind(statement, row, last);
        statement.setString(MAC, keys.macOfRow(last.hash()));
        statement.addBatch();
      }
      statement.executeBatch();
    }
    return last;
  }

  private static void bind(PreparedStatement statement, TrailRow row, Link place)
      throws SQLException {
    int i = 0;
    statement.setInt(++i, place.lane());
    statement.setLong(++i, place.seq());
    statement.setObject(++i, row.id());
    statement.setObject(++i, row.recordedAt().atOffset(ZoneOffset.UTC));
    statement.setString(++i, row.who());
    statement.setString(++i, row.roles());
    statement.setString(++i, row.branch());
    statement.setString(++i, row.address());
    statement.setString(++i, row.channel());
    statement.setString(++i, row.requestId());
    statement.setString(++i, row.module());
    statement.setString(++i, row.action());
    statement.setString(++i, row.target());
    statement.setString(++i, row.reason());
    statement.setBoolean(++i, row.change());
    statement.setString(++i, row.outcome());
    statement.setString(++i, row.errorCode());
    statement.setString(++i, row.changes());
    statement.setObject(++i, row.approval(), Types.OTHER);
    statement.setObject(++i, row.revision(), Types.BIGINT);
    statement.setString(++i, row.versions());
    statement.setString(++i, row.shownText());
    statement.setString(++i, place.hash());
  }
}
