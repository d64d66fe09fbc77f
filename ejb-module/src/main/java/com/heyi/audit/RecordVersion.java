package com.heyi.audit;

import java.time.Instant;

/**
 * One version of a record.
 *
 * @param revision number that orders the versions; 0 for what was there before histories began
 * @param recordedAt when it came about
 * @param who whose doing it was
 * @param requestId request of the same rows of the trail
 * @param action the action that came in from outside, or null for a bulk load
 * @param reason the reason given, or null
 * @param kind what happened to the record
 */
public record RecordVersion(
    long revision,
    Instant recordedAt,
    String who,
    String requestId,
    String action,
    String reason,
    Kind kind) {

  /** What a version came about by. */
  public enum Kind {
    ADDED,
    CHANGED,
    DELETED
  }
}
