package com.heyi.shared.facade;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What one call of a facade leaves behind for the audit trail.
 *
 * @param caller who called
 * @param module the business module called
 * @param action the name given by {@link Command} or {@link Query}
 * @param target what it was about, or null when unknown
 * @param reason why, or null
 * @param outcome how it ended
 * @param errorCode stable code of the error when it did not end well, else null
 * @param change whether the action changes something (else it reads)
 * @param changes what it changed, personal values masked; empty for a read and when it failed
 * @param approval the request for approval by which it ran or for which it waits, or null
 * @param shown the customers whose data a read has shown
 */
public record AuditEvent(
    Caller caller,
    String module,
    String action,
    String target,
    String reason,
    Outcome outcome,
    String errorCode,
    boolean change,
    List<Change> changes,
    UUID approval,
    Set<UUID> shown) {

  public AuditEvent {
    changes = List.copyOf(changes);
    shown = Collections.unmodifiableSet(new TreeSet<>(shown));
  }

  /** What showed nobody. */
  public AuditEvent(
      Caller caller,
      String module,
      String action,
      String target,
      String reason,
      Outcome outcome,
      String errorCode,
      boolean change,
      List<Change> changes,
      UUID approval) {
    this(
        caller, module, action, target, reason, outcome, errorCode, change, changes, approval,
        Set.of());
  }

  /** A call of which nothing was done yet: it waits as this request. */
  public static AuditEvent pending(
      Caller caller, String module, String action, String target, String reason, UUID approval) {
    return new AuditEvent(
        caller, module, action, target, reason, Outcome.PENDING, null, true, List.of(), approval);
  }

  /** What a job has done by itself, outside any call of a facade. */
  public static AuditEvent done(
      Caller caller, String module, String action, String target, List<Change> changes) {
    return new AuditEvent(
        caller, module, action, target, null, Outcome.DONE, null, true, changes, null);
  }

  /** How a call ended. */
  public enum Outcome {
    DONE,
    /** Nothing was done yet: it waits for the approval of a second person. */
    PENDING,
    /** Answered again from the store of earlier answers; nothing was done a second time. */
    REPLAYED,
    /** The caller may not do this. */
    REFUSED,
    /** A rule or a failure stopped it; nothing was changed. */
    FAILED
  }
}
