package com.heyi.audit.internal;

import com.heyi.audit.chain.ChainWriter;
import com.heyi.audit.chain.Link;
import com.heyi.audit.chain.TrailRow;
import com.heyi.audit.chain.Versions;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.engine.spi.SessionImplementor;

/**
 * The rows that one transaction adds to the trail. They are written when it commits and not before,
 * so that it takes its lane as the very last of its locks and holds it no longer than the commit
 * takes: nobody can wait for the lane of a transaction that itself waits for something.
 *
 * <p>Kept with the Hibernate session, of which a transaction has one, with and without a server.
 */
final class PendingRows {
  private static final Map<SessionImplementor, PendingRows> BY_SESSION =
      Collections.synchronizedMap(new WeakHashMap<>());

  private static final Map<Integer, Link> WRITTEN = new ConcurrentHashMap<>();

  private final List<TrailRow> waiting = new ArrayList<>();
  private final Map<Long, TrailRow> unvouched = new LinkedHashMap<>();
  private boolean announced;
  private Link end;

  private PendingRows() {}

  /** The rows of the transaction in which this entity manager works now. */
  static PendingRows of(EntityManager em) {
    return of(em.unwrap(SessionImplementor.class));
  }

  /** The last row of each lane that this node has committed: they must still be there. */
  static Collection<Link> written() {
    return List.copyOf(WRITTEN.values());
  }

  static PendingRows of(SessionImplementor session) {
    PendingRows rows = BY_SESSION.computeIfAbsent(session, PendingRows::begin);
    rows.announce(session);
    return rows;
  }

  void add(TrailRow row) {
    waiting.add(row);
  }

  /**
   * Tells that this transaction keeps versions under a revision. A row of the trail must vouch for
   * them; where there is no other, as in a bulk load, it is this one.
   */
  void revised(long revision, TrailRow row) {
    unvouched.put(revision, row);
  }

  private static PendingRows begin(SessionImplementor session) {
    PendingRows rows = new PendingRows();
    session.getActionQueue().registerProcess((committed, owner) -> rows.end(session, committed));
    return rows;
  }

  /** After a rollback, what was announced must not be written by the session's next transaction. */
  private void end(SessionImplementor session, boolean committed) {
    if (committed && end != null) {
      WRITTEN.merge(end.lane(), end, (one, other) -> one.seq() > other.seq() ? one : other);
    }
    waiting.clear();
    unvouched.clear();
    BY_SESSION.remove(session);
  }

  private void announce(SessionImplementor session) {
    if (!announced) {
      announced = true;
      // Twice in the queue: at its first turn it goes to the end, behind what others, like the
      // histories, have to do before the commit.
      session
          .getActionQueue()
          .registerProcess(first -> session.getActionQueue().registerProcess(this::writeAll));
    }
  }

  private void writeAll(SessionImplementor session) {
    announced = false;
    waiting.forEach(row -> unvouched.remove(row.revision()));
    waiting.addAll(unvouched.values());
    unvouched.clear();
    List<TrailRow> rows = List.copyOf(waiting);
    waiting.clear();
    if (!rows.isEmpty()) {
      session.doWork(connection -> write(connection, rows));
    }
  }

  /** A lane that this transaction has taken already stays its lane. */
  private void write(Connection connection, List<TrailRow> rows) throws SQLException {
    List<TrailRow> ready = vouching(connection, rows);
    Link from = end == null ? ChainWriter.takeLane(connection, ChainWriter.LANES) : end;
    end = ChainWriter.append(connection, from, ready, KeysInUse.get());
  }

  /**
   * The histories are written by now, so what they leave can be told; before the lane is taken, for
   * which others may wait.
   */
  private static List<TrailRow> vouching(Connection connection, List<TrailRow> rows)
      throws SQLException {
    Map<Long, String> hashes = new HashMap<>();
    List<TrailRow> vouching = new ArrayList<>();
    for (TrailRow row : rows) {
      if (row.revision() != null && !hashes.containsKey(row.revision())) {
        hashes.put(row.revision(), Versions.hash(connection, row.revision()));
      }
      vouching.add(row.vouchingFor(hashes.get(row.revision())));
    }
    return vouching;
  }
}
