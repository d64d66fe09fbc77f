package com.heyi.complaints.internal;

import com.heyi.complaints.TriageBatchView;
import com.heyi.complaints.TriageScope;
import com.heyi.complaints.TriageStatus;
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
import java.util.UUID;

/** A triage of many cases: one slice after the other, in order of their ids. */
@Entity
@WithoutHistory("It only goes forward, and its end is a row of the trail")
@Table(schema = "complaints", name = "triage_batch")
public class TriageBatch {
  @Id private UUID id;
  @Version private int version;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private TriageScope scope;

  @Enumerated(EnumType.STRING)
  private TriageStatus status;

  @Column(name = "requested_by", updatable = false)
  private String requestedBy;

  @Column(name = "requested_at", updatable = false)
  private Instant requestedAt;

  @Column(name = "finished_at")
  private Instant finishedAt;

  @Column(name = "last_id")
  private UUID lastId;

  @Column(updatable = false)
  private long total;

  private long done;

  @Column(name = "by_words")
  private long byWords;

  @Column(name = "by_facets")
  private long byFacets;

  @Column(name = "no_words")
  private long noWords;

  private long unknown;
  private String trouble;

  protected TriageBatch() {}

  TriageBatch(TriageScope scope, long total, String requestedBy, Instant now) {
    this.id = Ids.next();
    this.scope = scope;
    this.status = TriageStatus.QUEUED;
    this.requestedBy = requestedBy;
    this.requestedAt = now;
    this.total = total;
  }

  boolean isActive() {
    return finishedAt == null;
  }

  boolean isNew() {
    return status == TriageStatus.QUEUED;
  }

  /** A slice is dealt with, up to this case. */
  void dealtWith(UUID last, Slice slice) {
    status = TriageStatus.RUNNING;
    lastId = last;
    done += slice.cases();
    byWords += slice.byWords();
    byFacets += slice.byFacets();
    noWords += slice.noWords();
    unknown += slice.cases() - slice.byWords() - slice.byFacets() - slice.noWords();
  }

  /**
   * What came of a slice.
   *
   * @param cases cases
   * @param byWords with a suggestion by words
   * @param byFacets with one by facets only
   * @param noWords with none, for want of words
   */
  record Slice(long cases, long byWords, long byFacets, long noWords) {}

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

  UUID lastId() {
    return lastId;
  }

  TriageScope scope() {
    return scope;
  }

  TriageBatchView view() {
    return new TriageBatchView(
        id,
        scope,
        status,
        requestedBy,
        requestedAt,
        finishedAt,
        total,
        done,
        byWords,
        byFacets,
        noWords,
        unknown,
        trouble);
  }
}
