package com.heyi.complaints.internal;

import com.heyi.complaints.TriageRunView;
import com.heyi.complaints.TriageStatus;
import com.heyi.complaints.TriageTarget;
import com.heyi.shared.history.WithoutHistory;
import com.heyi.shared.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A training: one target after the other. */
@Entity
@WithoutHistory("It only goes forward, and its end is a row of the trail")
@Table(schema = "complaints", name = "triage_run")
public class TriageRun {
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

  private int done;

  @Column(updatable = false)
  private int total;

  @Column(name = "learned_from")
  private long learnedFrom;

  private String trouble;

  protected TriageRun() {}

  TriageRun(String requestedBy, Instant now) {
    this.id = Ids.next();
    this.status = TriageStatus.QUEUED;
    this.requestedBy = requestedBy;
    this.requestedAt = now;
    this.total = TriageTarget.values().length;
  }

  boolean isActive() {
    return finishedAt == null;
  }

  /** The target that is next, or empty when all are dealt with. */
  Optional<TriageTarget> next() {
    return done < total ? Optional.of(TriageTarget.values()[done]) : Optional.empty();
  }

  void dealtWithNext(long texts) {
    status = TriageStatus.RUNNING;
    done++;
    learnedFrom = Math.max(learnedFrom, texts);
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

  TriageRunView view() {
    return new TriageRunView(
        id, status, requestedBy, requestedAt, finishedAt, done, total, learnedFrom, trouble);
  }
}
