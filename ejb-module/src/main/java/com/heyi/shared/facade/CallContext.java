package com.heyi.shared.facade;

import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Ties the {@link Caller} to the running thread. Set in one place for requests (a servlet filter)
 * and in one for jobs; read by the facade interceptor and by rules that depend on the caller.
 *
 * <p>A thread-bound value is used because batch threads have no CDI request scope.
 */
public final class CallContext {
  private static final ThreadLocal<Caller> CURRENT = new ThreadLocal<>();
  private static final ThreadLocal<Boolean> REPLAYED = new ThreadLocal<>();

  private CallContext() {}

  /**
   * The caller of this thread.
   *
   * @throws IllegalStateException when the call came round the front door
   */
  public static Caller current() {
    return find().orElseThrow(() -> new IllegalStateException("No caller is bound to this thread"));
  }

  /** The caller of this thread, or empty outside any request or job. */
  public static Optional<Caller> find() {
    return Optional.ofNullable(CURRENT.get());
  }

  /** Runs the work as this caller and restores whoever was bound before. */
  public static <T> T callAs(Caller caller, Callable<T> work) throws Exception {
    Caller before = CURRENT.get();
    Boolean replayedBefore = REPLAYED.get();
    CURRENT.set(caller);
    REPLAYED.remove();
    try {
      return work.call();
    } finally {
      restore(CURRENT, before);
      restore(REPLAYED, replayedBefore);
    }
  }

  /** Runs the work as this caller and restores whoever was bound before. */
  public static void runAs(Caller caller, Runnable work) {
    try {
      callAs(
          caller,
          () -> {
            work.run();
            return null;
          });
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether the last command of this request was answered from the store of earlier answers. */
  public static boolean replayed() {
    return Boolean.TRUE.equals(REPLAYED.get());
  }

  static void markReplayed() {
    REPLAYED.set(true);
  }

  private static <T> void restore(ThreadLocal<T> slot, T before) {
    if (before == null) {
      slot.remove();
    } else {
      slot.set(before);
    }
  }
}
