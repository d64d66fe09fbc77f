package com.heyi.complaints.internal;

import com.heyi.complaints.TriageBatchView;
import com.heyi.complaints.TriageScope;
import com.heyi.shared.history.WithoutHistory;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A triage of many cases: one slice after the other, in order of their ids. */
@Entity
@WithoutHistory("It only goes forward, and its end is a row of the trail")
@Table(schema = "complaints", name = "triage_batch")
public class TriageBatch extends StepwiseRun {
  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private TriageScope scope;

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

  protected TriageBatch() {}

  TriageBatch(TriageScope scope, long total, String requestedBy, Instant now) {
    super(requestedBy, now);
    this.scope = scope;
    this.total = total;
  }

  /** Whether no slice is dealt with yet. */
  boolean isNew() {
    return lastId == null;
  }

  /** A slice is dealt with, up to this case. */
  void dealtWith(UUID last, Slice slice) {
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

  UUID lastId() {
    return lastId;
  }

  TriageScope scope() {
    return scope;
  }

  TriageBatchView view() {
    return new TriageBatchView(
        id(),
        scope,
        status(),
        requestedBy(),
        requestedAt(),
        finishedAt(),
        total,
        done,
        byWords,
        byFacets,
        noWords,
        unknown,
        trouble(),
        takenUp(),
        takenUpAt());
  }
}
