package com.heyi.audit.chain;

import com.heyi.audit.chain.Finding.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads one lane from its beginning, or from a known row, and reckons each hash again. */
final class LaneReplay implements AutoCloseable {
  private static final int FETCHED_AT_ONCE = 500;
  private static final int COLUMNS = EntryColumn.values().length;

  private final RowKeys keys;
  private final KeyedSince keyedSince;
  private final int lane;
  private final PreparedStatement statement;
  private final ResultSet result;
  private Link end;
  private Link before;
  private Row last;
  private Row ahead;
  private boolean finished;
  private long count;
  private Finding finding;

  /**
   * A row as it stands in the database.
   *
   * @param values as they are hashed
   */
  private record Row(List<String> values, String hash, String recordedAt, String mac) {

    String value(EntryColumn column) {
      return values.get(column.ordinal());
    }

    /** Its place; a row without one stands before all others. */
    long seq() {
      String seq = value(EntryColumn.SEQ);
      return seq == null ? 0 : Long.parseLong(seq);
    }

    String hashAfter(String previous) {
      return EntryColumn.hash(previous, values);
    }

    /** The hash that it would have at another place. */
    String hashAfter(String previous, long seq) {
      List<String> moved = new ArrayList<>(values);
      moved.set(EntryColumn.SEQ.ordinal(), Long.toString(seq));
      return EntryColumn.hash(previous, moved);
    }
  }

  /**
   * Begins to read.
   *
   * @param start what is known already: its row must be there, those after it are replayed
   * @param keys by which rows are known as Heyi's; when there are none, that is not asked
   * @param keyedSince since when they must be
   */
  LaneReplay(Connection connection, Link start, RowKeys keys, KeyedSince keyedSince)
      throws SQLException {
    this.keys = keys;
    this.keyedSince = keyedSince;
    lane = start.lane();
    end = Link.start(lane);
    statement =
        connection.prepareStatement(
            "select "
                + EntryColumn.expressions()
                + ", hash, recorded_at::text, mac from audit.entry e where e.lane = ?"
                + (start.seq() > 0 ? " and e.seq >= ?" : "")
                + " order by e.seq");
    statement.setFetchSize(FETCHED_AT_ONCE);
    statement.setInt(1, lane);
    if (start.seq() > 0) {
      statement.setLong(2, start.seq());
    }
    result = statement.executeQuery();
    if (start.seq() > 0) {
      skipTo(start);
    }
  }

  /** How many rows were reckoned. */
  long count() {
    return count;
  }

  /** The first broken row, or null. */
  Finding finding() {
    return finding;
  }

  /** Replays up to this head, which must then be where the lane stands. */
  void advanceTo(Link head, long checkpoint) throws SQLException {
    while (finding == null && end.seq() < head.seq()) {
      if (!step()) {
        finding =
            new Finding(
                Kind.TAIL_CUT,
                null,
                lane,
                end.seq() + 1,
                null,
                "the rows "
                    + (end.seq() + 1)
                    + " to "
                    + head.seq()
                    + ", which checkpoint "
                    + checkpoint
                    + " has seen, are gone");
      }
    }
    if (finding == null && !end.equals(head)) {
      finding =
          at(
              Kind.REWRITTEN,
              last,
              "its chain fits, but checkpoint "
                  + checkpoint
                  + " has seen another row here: this or an earlier row was replaced");
    }
  }

  /** Replays what is left. */
  void advanceToEnd() throws SQLException {
    while (finding == null && step()) {
      // each step checks its row
    }
  }

  private void skipTo(Link start) throws SQLException {
    Row row = read();
    if (row == null) {
      finding =
          new Finding(
              Kind.TAIL_CUT, null, lane, start.seq(), null, "this row and those after it are gone");
    } else if (row.seq() != start.seq()) {
      finding = at(Kind.MISSING, row, "the row " + start.seq() + " before this one is gone");
    } else if (!start.hash().equals(row.hash())) {
      finding = at(Kind.REWRITTEN, row, "it is not the row that was signed");
    } else {
      end = start;
      last = row;
    }
  }

  private boolean step() throws SQLException {
    Row row = read();
    if (row == null) {
      return false;
    }
    long seq = end.seq() + 1;
    if (row.seq() > seq) {
      finding = at(Kind.MISSING, row, "the row " + seq + " before this one is gone");
    } else if (row.seq() < seq) {
      finding = at(Kind.INSERTED, row, "a second row stands at this place");
    } else if (!row.hashAfter(end.hash()).equals(row.hash())) {
      finding = explain(row);
    } else if (!keyed(row)) {
      finding =
          at(
              Kind.FORGED,
              row,
              row.mac() == null
                  ? "its chain fits, but it carries no mark of a key of Heyi's"
                  : "its chain fits, but its mark was made by no key of Heyi's");
    } else {
      count++;
      before = end;
      end = new Link(lane, seq, row.hash());
      last = row;
    }
    return true;
  }

  private boolean keyed(Row row) {
    return keys.isEmpty()
        || keys.madeForRow(row.hash(), row.mac())
        || row.mac() == null && keyedSince.mayBeUnkeyed(lane, row.seq());
  }

  /** In which way the row does not fit; its neighbours tell. */
  private Finding explain(Row row) throws SQLException {
    if (before != null && row.hashAfter(before.hash(), end.seq()).equals(row.hash())) {
      return at(Kind.INSERTED, last, "the row after it was written to stand in its place");
    }
    Row next = peek();
    if (next != null && next.hashAfter(end.hash(), row.seq()).equals(next.hash())) {
      return at(Kind.INSERTED, row, "the row after it was written to stand in its place");
    }
    if (next != null && next.hashAfter(row.hash(), next.seq() + 1).equals(next.hash())) {
      return at(Kind.MISSING, row, "a row before this one is gone, and those after it moved up");
    }
    return at(Kind.CHANGED, row, "it is not as it was written");
  }

  private Finding at(Kind kind, Row row, String detail) {
    return new Finding(
        kind,
        UUID.fromString(row.value(EntryColumn.ID)),
        lane,
        row.seq(),
        row.recordedAt(),
        detail);
  }

  private Row peek() throws SQLException {
    if (ahead == null) {
      ahead = fetch();
    }
    return ahead;
  }

  private Row read() throws SQLException {
    if (ahead == null) {
      return fetch();
    }
    Row row = ahead;
    ahead = null;
    return row;
  }

  private Row fetch() throws SQLException {
    if (finished || !result.next()) {
      finished = true;
      return null;
    }
    List<String> values = new ArrayList<>(COLUMNS);
    for (int i = 1; i <= COLUMNS; i++) {
      values.add(result.getString(i));
    }
    return new Row(
        values,
        result.getString(COLUMNS + 1),
        result.getString(COLUMNS + 2),
        result.getString(COLUMNS + 3));
  }

  @Override
  public void close() throws SQLException {
    result.close();
    statement.close();
  }
}
