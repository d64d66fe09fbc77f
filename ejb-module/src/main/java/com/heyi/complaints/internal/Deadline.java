package com.heyi.complaints.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What the clocks of a complaint come to: when the answer is due, whether time runs, and whether
 * all that was due came in time. Kept with the complaint so that lists are sorted and counted by
 * it, and written by {@link CaseClocks} alone.
 */
@Embeddable
class Deadline {
  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "due_on")
  private LocalDate dueOn;

  @Column(name = "on_time")
  private Boolean onTime;

  private boolean ticking;

  protected Deadline() {}

  /**
   * @param shown the clock that is shown
   * @param onTime whether all that was due came in time, or null while that is open
   * @param ticking whether time runs
   */
  Deadline(CaseClock shown, Boolean onTime, boolean ticking) {
    this.dueAt = shown.dueAt();
    this.dueOn = shown.dueOn();
    this.onTime = onTime;
    this.ticking = ticking;
  }

  /** The days left, counted on the clock's calendar, or null when no time runs. */
  Integer daysLeft(Clock clock) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    return ticking ? (int) ChronoUnit.DAYS.between(today, dueOn) : null;
  }

  boolean isOverdue(Instant now) {
    return ticking && !TheDeadlineEndsWithItsLastDay.isMet(dueAt, now);
  }

  Instant dueAt() {
    return dueAt;
  }

  LocalDate dueOn() {
    return dueOn;
  }

  Boolean onTime() {
    return onTime;
  }

  boolean isTicking() {
    return ticking;
  }
}
