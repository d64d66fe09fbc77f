package com.heyi.shared.facade;

import java.util.ArrayList;
import java.util.List;

/**
 * What the facade call of this thread has changed so far. Entities with a history report by
 * themselves when they are flushed; what is written in SQL is noted by whoever writes it.
 *
 * <p>Calls nest: each has a log of its own, and the outer one can tell all that happened below it.
 * Outside a facade call, in a bulk load for instance, notes go nowhere: such work keeps its own
 * record of what it did.
 */
public final class ChangeLog implements AutoCloseable {
  private static final ThreadLocal<ChangeLog> CURRENT = new ThreadLocal<>();

  private final ChangeLog outer;
  private final List<Change> own = new ArrayList<>();
  private final List<Change> all = new ArrayList<>();

  private ChangeLog(ChangeLog outer) {
    this.outer = outer;
  }

  /** Begins the log of one call; closing it gives the thread back to the outer one. */
  static ChangeLog open() {
    ChangeLog log = new ChangeLog(CURRENT.get());
    CURRENT.set(log);
    return log;
  }

  /** Whether this thread is inside a facade call. */
  static boolean running() {
    return CURRENT.get() != null;
  }

  /** Notes that a value changed; equal values are no change. */
  public static void note(String thing, Object id, String field, Object before, Object after) {
    ChangeLog log = CURRENT.get();
    String was = text(before);
    String is = text(after);
    if (log != null && (was == null ? is != null : !was.equals(is))) {
      log.add(new Change(thing, id.toString(), field, was, is));
    }
  }

  /** What this call itself changed, in the order in which it was noted. */
  List<Change> own() {
    return List.copyOf(own);
  }

  /** What this call and the calls below it changed, in the order in which it was noted. */
  List<Change> all() {
    return List.copyOf(all);
  }

  /** Whether this is the call that came in from outside, not one made by another facade. */
  boolean outermost() {
    return outer == null;
  }

  @Override
  public void close() {
    if (outer == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(outer);
    }
  }

  private void add(Change change) {
    own.add(change);
    for (ChangeLog log = this; log != null; log = log.outer) {
      log.all.add(change);
    }
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }
}
