package com.heyi.shared.facade;

import com.heyi.shared.error.HeyiException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/**
 * What the facade call or job of this thread has changed so far. Entities with a history report by
 * themselves when they are flushed; what is written in SQL is noted by whoever writes it.
 *
 * <p>Calls nest: each has a log of its own, and the outer one can tell all that happened below it.
 * A job has one for what it does by {@link JobTrail}. Elsewhere, in a bulk load for instance, notes
 * go nowhere: such work keeps its own record of what it did.
 */
public final class ChangeLog implements AutoCloseable {
  private static final ThreadLocal<ChangeLog> CURRENT = new ThreadLocal<>();

  private final ChangeLog outer;
  private final Cause cause;
  private final List<Change> own = new ArrayList<>();
  private final List<Change> all = new ArrayList<>();
  private final Set<UUID> shown = new HashSet<>();
  private boolean revised;
  private Long weight;
  private long standing;
  private boolean onTrial;
  private String heldUp;
  private BooleanSupplier waits = () -> false;

  /**
   * The call that came in from outside and led to whatever is changed below it.
   *
   * @param action name of its action
   * @param reason the reason it gave, or null
   */
  public record Cause(String action, String reason) {}

  private ChangeLog(ChangeLog outer, Cause cause) {
    this.outer = outer;
    this.cause = cause;
  }

  /** Begins the log of one call; closing it gives the thread back to the outer one. */
  static ChangeLog open(String action, String reason) {
    ChangeLog outer = CURRENT.get();
    return open(outer, outer == null ? new Cause(action, reason) : outer.cause);
  }

  /** Begins the log of what was approved: it is its own cause, not the approval around it. */
  static ChangeLog openApproved(String action, String reason) {
    return open(CURRENT.get(), new Cause(action, reason));
  }

  private static ChangeLog open(ChangeLog outer, Cause cause) {
    ChangeLog log = new ChangeLog(outer, cause);
    CURRENT.set(log);
    return log;
  }

  /** Does work that is no part of the running call, whose log it neither reads nor writes. */
  static <T> T aside(Callable<T> work) throws Exception {
    ChangeLog log = CURRENT.get();
    CURRENT.remove();
    try {
      return work.call();
    } finally {
      if (log != null) {
        CURRENT.set(log);
      }
    }
  }

  /** What the running change is part of, or empty outside a facade call. */
  public static Optional<Cause> cause() {
    return Optional.ofNullable(CURRENT.get()).map(log -> log.cause);
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
    if (log != null && !Objects.equals(was, is)) {
      log.add(new Change(thing, id.toString(), field, was, is));
    }
  }

  /**
   * Notes that a personal value changed. The values are compared as they are and noted masked: two
   * that look alike masked are a change all the same.
   *
   * @param mask how much may be seen, or null for a value that is not personal
   */
  public static void note(
      String thing, Object id, String field, Object before, Object after, Mask mask) {
    if (mask == null) {
      note(thing, id, field, before, after);
      return;
    }
    ChangeLog log = CURRENT.get();
    String was = text(before);
    String is = text(after);
    if (log != null && !Objects.equals(was, is)) {
      log.add(new Change(thing, id.toString(), field, masked(mask, was), masked(mask, is)));
    }
  }

  /** Notes that a record with a history has changed, so that a revision belongs to this call. */
  public static void noteRevised() {
    ChangeLog log = CURRENT.get();
    if (log != null) {
      log.revised = true;
    }
  }

  /**
   * Says that a read shows this customer's data, where its answer does not tell.
   *
   * @param customerId null shows nobody's
   */
  public static void noteShown(UUID customerId) {
    ChangeLog log = CURRENT.get();
    if (log != null && customerId != null) {
      log.shown.add(customerId);
    }
  }

  /** The customers who were noted as shown. */
  Set<UUID> shown() {
    return Set.copyOf(shown);
  }

  /** Whether the call of this thread has changed records that have a history. */
  public static boolean revised() {
    return CURRENT.get() != null && CURRENT.get().revised;
  }

  /**
   * Says how heavy this call is, in the unit that its {@link Command} declares; several amounts add
   * up.
   *
   * @param amount 0 or more
   */
  public static void weigh(long amount) {
    ChangeLog log = CURRENT.get();
    if (log != null) {
      log.weight = Math.addExact(log.weight == null ? 0 : log.weight, amount);
    }
  }

  /**
   * Says how heavy this call is upon what stands already, by whomever, in what it is about. A
   * threshold looks at both together; what adds up by its maker is this call's own amount.
   *
   * @param amount 0 or more
   * @param standing 0 or more
   */
  public static void weigh(long amount, long standing) {
    weigh(amount);
    ChangeLog log = CURRENT.get();
    if (log != null) {
      log.standing = Math.addExact(log.standing, standing);
    }
  }

  /** How heavy this call is, or null when it did not say. */
  Long weight() {
    return weight;
  }

  /** How heavy it is with what stands already in what it is about, or null. */
  Long weightUponStanding() {
    return weight == null ? null : Long.valueOf(Math.addExact(weight, standing));
  }

  /** What this call itself changed, in the order in which it was noted. */
  List<Change> own() {
    return List.copyOf(own);
  }

  /** What this call and the calls below it changed, in the order in which it was noted. */
  List<Change> all() {
    return List.copyOf(all);
  }

  /** Says that this call is tried out, and can still wait for a second person as a whole. */
  void beOnTrial() {
    onTrial = true;
  }

  /**
   * Says that this call may have to wait for a second person, which depends on what it weighs.
   *
   * @param waiting whether it would wait with what it weighs by then
   */
  void mayWait(BooleanSupplier waiting) {
    waits = waiting;
  }

  /**
   * Whether the call of this thread only shows what it would do: with what it weighs it waits for a
   * second person, and whatever it meets has happened to nobody.
   */
  public static boolean onlyShows() {
    ChangeLog log = CURRENT.get();
    while (log != null && !log.waits.getAsBoolean()) {
      log = log.outer;
    }
    return log != null;
  }

  /**
   * Says that this call, made by another, may not go through without a second person.
   *
   * @throws HeyiException {@link CommonError#APPROVAL_NESTED} when the whole cannot wait for one
   */
  void holdUp(String action) {
    ChangeLog whole = this;
    while (whole.outer != null) {
      whole = whole.outer;
    }
    if (!whole.onTrial) {
      throw new HeyiException(CommonError.APPROVAL_NESTED, action);
    }
    whole.heldUp = action;
  }

  /** The call below this one that may not go through without a second person, or null. */
  String heldUp() {
    return heldUp;
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

  private static String masked(Mask mask, String value) {
    return value == null ? null : mask.of(value);
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }
}
