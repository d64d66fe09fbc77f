package com.heyi.complaints.internal;

import com.heyi.complaints.TriageStatus;
import com.heyi.shared.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A run that jobs bring forward step by step, until it is finished or has failed. */
@MappedSuperclass
public abstract class StepwiseRun {
  /** The trouble of a run whose jobs have vanished, one after the other. */
  static final String LEFT = "left";

  @Id private UUID id;
  @Version private int version;

  @Enumerated(EnumType.STRING)
  private TriageStatus status;

  @Column(name = "requested_by", updatable = false)
  private String requestedBy;

  @Column(name = "requested_at", updatable = false)
  private Instant requestedAt;

  @Column(name = "finished_at")
  private Instant finishedAt;

  private String trouble;

  @Embedded private Lease lease;

  protected StepwiseRun() {}

  StepwiseRun(String requestedBy, Instant now) {
    this.id = Ids.next();
    this.status = TriageStatus.QUEUED;
    this.requestedBy = requestedBy;
    this.requestedAt = now;
    this.lease = new Lease(now);
  }

  boolean isActive() {
    return finishedAt == null;
  }

  /** A job begins with it, as the first or where another was broken off. */
  void begin(Instant now) {
    status = TriageStatus.RUNNING;
    lease.begin(now);
  }

  /** A step is done, and another is to follow. */
  void comeForward(Instant now) {
    status = TriageStatus.RUNNING;
    lease.comeForward(now);
  }

  /**
   * Nobody was at work on it when its lease ran out: another job is to go on, unless so many have
   * vanished that it ends here.
   *
   * @return whether another job is to go on
   */
  boolean takeUp(Instant now) {
    if (lease.isInVain()) {
      fail(LEFT, now);
      return false;
    }
    lease.takeUp(now);
    return true;
  }

  /** Whether it was left behind by a job that began then. */
  boolean wasTakenUpSince(Instant begun) {
    return lease.takenUpAt() != null && lease.takenUpAt().isAfter(begun);
  }

  void finish(Instant now) {
    status = TriageStatus.FINISHED;
    finishedAt = now;
  }

  void fail(String code, Instant now) {
    status = TriageStatus.FAILED;
    trouble = code;
    finishedAt = now;
  }

  UUID id() {
    return id;
  }

  TriageStatus status() {
    return status;
  }

  String requestedBy() {
    return requestedBy;
  }

  Instant requestedAt() {
    return requestedAt;
  }

  Instant finishedAt() {
    return finishedAt;
  }

  String trouble() {
    return trouble;
  }

  int takenUp() {
    return lease.takenUp();
  }

  Instant takenUpAt() {
    return lease.takenUpAt();
  }
}
