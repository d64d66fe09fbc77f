package com.heyi.audit.chain;

import com.heyi.audit.chain.ExportedLines.Line;
import com.heyi.audit.chain.Finding.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Replays the trail: all lanes side by side from checkpoint to checkpoint, each row and each
 * checkpoint reckoned again, and compared with what was exported. It needs no more memory for a
 * long trail than for a short one, and sees one moment of a database that is at work.
 */
public final class Verifier {
  private static final int FETCHED_AT_ONCE = 200;

  private final Connection connection;
  private final VerifyingKeys keys;
  private final ExportedLines exported;
  private final long firstExported;
  private final Map<Integer, LaneReplay> lanes = new TreeMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private KeyedSince keyedSince;
  private Checkpoint start;
  private Checkpoint sound;
  private long checkpoints;
  private long lines;
  private long lastLine;
  private long missingLines;

  /**
   * @param connection to the database, as anyone who may read the trail; with nothing begun
   * @param keys who may have signed
   * @param exported what was exported, opened before; or null to go by the database alone
   */
  public Verifier(Connection connection, VerifyingKeys keys, ExportedLines exported) {
    this(connection, keys, exported, 1);
  }

  /**
   * @param connection to the database, as anyone who may read the trail; with nothing begun
   * @param keys who may have signed
   * @param exported what was exported, opened before; or null to go by the database alone
   * @param firstExported the first checkpoint whose line must be there: those before it were taken
   *     away on purpose; {@link Long#MAX_VALUE} when the lines may begin anywhere
   */
  public Verifier(
      Connection connection, VerifyingKeys keys, ExportedLines exported, long firstExported) {
    this.firstExported = firstExported;
    this.connection = connection;
    this.keys = keys;
    this.exported = exported;
  }

  /** Replays all of it. */
  public Report all() throws SQLException {
    return inOneMoment(null);
  }

  /**
   * Replays what came after this checkpoint, which an earlier replay has found sound.
   *
   * @param checkpoint its number
   */
  public Report since(long checkpoint) throws SQLException {
    return inOneMoment(checkpoint);
  }

  private Report inOneMoment(Long since) throws SQLException {
    boolean before = connection.getAutoCommit();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("set transaction isolation level repeatable read, read only");
      // Each lane is read along its index; sorting all rows would need their space again.
      statement.execute("set local enable_seqscan = off");
      statement.execute("set local enable_sort = off");
      statement.execute("set local enable_bitmapscan = off");
      replay(since);
      return report();
    } finally {
      for (LaneReplay lane : lanes.values()) {
        lane.close();
      }
      connection.rollback();
      connection.setAutoCommit(before);
    }
  }

  private void replay(Long since) throws SQLException {
    if (since != null && !begin(since)) {
      return;
    }
    keyedSince = KeyedSince.read(connection, keys.rowKeys());
    for (Link head : Checkpoints.heads(connection)) {
      if (head.lane() >= 0 && head.lane() < ChainWriter.LANES) {
        lane(head.lane());
      } else {
        findings.add(Finding.of(Kind.INSERTED, "there are rows in lane " + head.lane()));
      }
    }
    requireNoRowBesideTheLanes();
    if (start != null) {
      for (Link head : start.heads()) {
        lane(head.lane());
      }
    }
    if (exported != null && exported.isEmpty() && Checkpoints.last(connection).isPresent()) {
      findings.add(Finding.of(Kind.EXPORT, "there are checkpoints, but no exported file"));
    }
    replayCheckpoints();
    for (LaneReplay lane : lanes.values()) {
      lane.advanceToEnd();
    }
  }

  private void requireNoRowBesideTheLanes() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "select id, recorded_at::text from audit.entry where lane is null limit 1")) {
      if (result.next()) {
        findings.add(
            new Finding(
                Kind.INSERTED,
                result.getObject(1, UUID.class),
                null,
                null,
                result.getString(2),
                "it stands in no lane"));
      }
    }
  }

  private boolean begin(long number) throws SQLException {
    Checkpoint found = Checkpoints.find(connection, number).orElse(null);
    if (found == null) {
      findings.add(Finding.of(Kind.CHECKPOINT, "checkpoint " + number + " is gone"));
    } else if (!found.genuine(keys)) {
      findings.add(Finding.of(Kind.SIGNATURE, "checkpoint " + number + " is not signed by us"));
    } else {
      start = found;
      sound = found;
    }
    return start != null;
  }

  /** Both stories side by side by number: that of the database and the exported one. */
  private void replayCheckpoints() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select "
                + Checkpoints.COLUMNS
                + " from audit.checkpoint where number > ? order by number")) {
      statement.setFetchSize(FETCHED_AT_ONCE);
      statement.setLong(1, start == null ? 0 : start.number());
      try (ResultSet result = statement.executeQuery()) {
        Checkpoint previous = start;
        Checkpoint kept = kept(result);
        Line line = line();
        long firstLine = firstLine(line);
        while (kept != null || line != null) {
          long number =
              Math.min(
                  kept == null ? Long.MAX_VALUE : kept.number(),
                  line == null ? Long.MAX_VALUE : line.checkpoint().number());
          Checkpoint own = kept != null && kept.number() == number ? kept : null;
          Line outside = line != null && line.checkpoint().number() == number ? line : null;
          if (outside == null && line != null && number >= firstLine) {
            if (missingLines++ == 0) {
              findings.add(
                  Finding.of(
                      Kind.EXPORT, "the exported line of checkpoint " + number + " is gone"));
            }
          }
          previous = one(number, own, outside, previous);
          if (own != null) {
            kept = kept(result);
          }
          if (outside != null) {
            line = line();
          }
        }
        if (missingLines > 1) {
          findings.add(Finding.of(Kind.EXPORT, missingLines + " exported lines are gone in all"));
        }
      }
    }
  }

  /** The checkpoint from which on every one must have its exported line. */
  private long firstLine(Line line) {
    if (line == null) {
      return Long.MAX_VALUE;
    }
    return start != null ? start.number() : Math.min(firstExported, line.checkpoint().number());
  }

  /** The checkpoint that is to be believed, for the next to follow; or null. */
  private Checkpoint one(long number, Checkpoint own, Line outside, Checkpoint previous)
      throws SQLException {
    checkpoints++;
    Checkpoint exportedOne = outside == null ? null : outside.checkpoint();
    boolean exportedGenuine = exportedOne != null && exportedOne.genuine(keys);
    boolean ownGenuine = own != null && own.genuine(keys);
    if (exportedOne != null && !exportedGenuine) {
      findings.add(
          Finding.of(
              ownGenuine ? Kind.EXPORT : Kind.SIGNATURE,
              outside.where() + " is not what was signed as checkpoint " + number));
    }
    if (own == null) {
      findings.add(
          Finding.of(
              Kind.CHECKPOINT,
              "checkpoint " + number + " is gone, " + outside.where() + " has it"));
    } else if (!own.hash().equals(own.content())) {
      findings.add(Finding.of(Kind.CHECKPOINT, "checkpoint " + number + " was changed"));
    } else if (!ownGenuine) {
      findings.add(
          Finding.of(Kind.SIGNATURE, "checkpoint " + number + " is not signed by a known key"));
    } else if (exportedGenuine && !own.equals(exportedOne)) {
      findings.add(
          Finding.of(
              Kind.CHECKPOINT, "checkpoint " + number + " is not the one in " + outside.where()));
    }
    Checkpoint believed = exportedGenuine ? exportedOne : ownGenuine ? own : null;
    if (believed == null) {
      return null;
    }
    follow(believed, previous);
    boolean allSound = findings.isEmpty();
    for (Link head : believed.heads()) {
      LaneReplay lane = lane(head.lane());
      lane.advanceTo(head, number);
      allSound &= lane.finding() == null;
    }
    if (allSound) {
      sound = believed;
    }
    return believed;
  }

  private void follow(Checkpoint checkpoint, Checkpoint previous) {
    long before = previous == null ? 0 : previous.number();
    String hash = previous == null ? Link.GENESIS : previous.hash();
    boolean knownBefore = previous != null || checkpoint.number() == 1;
    if (checkpoint.number() != before + 1 && knownBefore) {
      findings.add(Finding.of(Kind.CHECKPOINT, "checkpoint " + (before + 1) + " is gone"));
    } else if (!checkpoint.previous().equals(hash) && knownBefore) {
      findings.add(
          Finding.of(
              Kind.CHECKPOINT,
              "checkpoint " + checkpoint.number() + " does not follow the one before it"));
    } else if (!knownBefore && checkpoints == 1) {
      findings.add(
          Finding.of(
              Kind.CHECKPOINT, "the checkpoints before " + checkpoint.number() + " are gone"));
    }
  }

  private Checkpoint kept(ResultSet result) throws SQLException {
    while (result.next()) {
      try {
        return Checkpoints.read(result);
      } catch (ProofException e) {
        findings.add(
            Finding.of(Kind.CHECKPOINT, "checkpoint " + result.getLong(1) + ": " + e.getMessage()));
      }
    }
    return null;
  }

  /** The next line of those that are to be compared. */
  private Line line() {
    if (exported == null) {
      return null;
    }
    for (Line line = exported.next(); line != null; line = exported.next()) {
      if (line.checkpoint() == null) {
        findings.add(Finding.of(Kind.EXPORT, line.where() + " was edited: it is no checkpoint"));
      } else if (line.checkpoint().number() <= lastLine) {
        findings.add(Finding.of(Kind.EXPORT, line.where() + " is out of order"));
      } else if (start == null || line.checkpoint().number() > start.number()) {
        lastLine = line.checkpoint().number();
        lines++;
        return line;
      }
    }
    return null;
  }

  private LaneReplay lane(int number) throws SQLException {
    LaneReplay lane = lanes.get(number);
    if (lane == null) {
      lane =
          new LaneReplay(
              connection,
              start == null ? Link.start(number) : start.head(number),
              keys.rowKeys(),
              keyedSince);
      lanes.put(number, lane);
    }
    return lane;
  }

  private Report report() throws SQLException {
    Versions.Checked versions = Versions.check(connection, start);
    List<Finding> all = new ArrayList<>();
    // What lies in a lane can be older or younger than the first find of another: the oldest first.
    lanes.values().stream()
        .map(LaneReplay::finding)
        .filter(Objects::nonNull)
        .sorted(
            java.util.Comparator.comparing(
                Finding::recordedAt, java.util.Comparator.nullsLast(String::compareTo)))
        .forEach(all::add);
    all.addAll(findings);
    all.addAll(versions.findings());
    all.addAll(Verification.forged(connection, keys.rowKeys()));
    all.addAll(Protection.check(connection));
    return new Report(
        lanes.values().stream().mapToLong(LaneReplay::count).sum(),
        lanes.size(),
        checkpoints,
        sound == null ? null : sound.number(),
        sound == null ? null : sound.at(),
        lines,
        versions.count(),
        !keys.rowKeys().isEmpty(),
        all);
  }
}
