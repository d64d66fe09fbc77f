package com.heyi.privacy;

import com.heyi.shared.facade.Targeted;
import java.time.Instant;

/**
 * How long a kind of record is kept.
 *
 * @param kind kind of record
 * @param mode what becomes of it when its time is over
 * @param keepDays how many days it is kept; null for ever
 * @param minimumDays how many days the law demands at least
 * @param source the law
 * @param verified whether the law's wording was read; else the figure is to be confirmed
 * @param version version of this row, for a change
 * @param changedBy who changed it last, or null
 * @param changedAt when, or null
 * @param lastPurge when the nightly run last dealt with it, or null
 * @param lastPurged how many records went then, or null
 */
public record RetentionView(
    String kind,
    RetentionMode mode,
    Integer keepDays,
    int minimumDays,
    String source,
    boolean verified,
    long version,
    String changedBy,
    Instant changedAt,
    Instant lastPurge,
    Long lastPurged)
    implements Targeted {
  /** Whether the period can be changed at all. */
  public boolean changeable() {
    return mode == RetentionMode.PURGED || mode == RetentionMode.ON_ERASURE;
  }

  @Override
  public String auditTarget() {
    return "retention:" + kind;
  }
}
