package com.heyi.complaints.internal;

import com.heyi.complaints.TriageRunView;
import com.heyi.complaints.TriageTarget;
import com.heyi.shared.history.WithoutHistory;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** A training: one target after the other. */
@Entity
@WithoutHistory("It only goes forward, and its end is a row of the trail")
@Table(schema = "complaints", name = "triage_run")
public class TriageRun extends StepwiseRun {
  private int done;

  @Column(updatable = false)
  private int total;

  @Column(name = "learned_from")
  private long learnedFrom;

  protected TriageRun() {}

  TriageRun(String requestedBy, Instant now) {
    super(requestedBy, now);
    this.total = TriageTarget.values().length;
  }

  /** The target that is next, or empty when all are dealt with. */
  Optional<TriageTarget> next() {
    return done < total ? Optional.of(TriageTarget.values()[done]) : Optional.empty();
  }

  void dealtWithNext(long texts) {
    done++;
    learnedFrom = Math.max(learnedFrom, texts);
  }

  TriageRunView view() {
    return new TriageRunView(
        id(),
        status(),
        requestedBy(),
        requestedAt(),
        finishedAt(),
        done,
        total,
        learnedFrom,
        trouble(),
        takenUp(),
        takenUpAt());
  }
}
