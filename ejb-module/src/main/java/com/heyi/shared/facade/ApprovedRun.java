package com.heyi.shared.facade;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * Runs a call that a second person has approved, as its maker, in the running transaction. Only the
 * approvals module does so. What reaches outside the database happens last, after the changes were
 * found to be those that were shown.
 */
public final class ApprovedRun {
  private static final ThreadLocal<UUID> CURRENT = new ThreadLocal<>();

  private ApprovedRun() {}

  /**
   * What came of it.
   *
   * @param target what the answer is about, or null
   * @param changes what it changed, nested calls included
   */
  public record Ran(String target, List<Change> changes) {}

  /** Looks at what was changed before anything becomes final; throws to have it rolled back. */
  @FunctionalInterface
  public interface Check {
    void accept(Ran ran);
  }

  /**
   * Runs the call.
   *
   * @param approval the request that it was approved by
   * @param action name of the action
   * @param reason the reason that the maker gave, or null
   * @param maker the caller whose call it is
   * @throws Exception whatever the call or the check ended with
   */
  public static void run(
      UUID approval, ChangeLog.Cause cause, Caller maker, Callable<Object> call, Check check)
      throws Exception {
    if (running()) {
      throw new IllegalStateException("An approved run cannot start another one");
    }
    CURRENT.set(approval);
    try (ChangeLog log = ChangeLog.openApproved(cause.action(), cause.reason());
        OutsideEffects effects = OutsideEffects.waiting()) {
      Object answer = CallContext.callAs(maker, call);
      String target = answer instanceof Targeted targeted ? targeted.auditTarget() : null;
      check.accept(new Ran(target, log.all()));
      effects.release();
    } finally {
      CURRENT.remove();
    }
  }

  /** Whether this thread runs what a second person has approved. */
  static boolean running() {
    return CURRENT.get() != null;
  }

  /** The request by which this thread runs, if it is an approved run. */
  public static Optional<UUID> approval() {
    return Optional.ofNullable(CURRENT.get());
  }
}
