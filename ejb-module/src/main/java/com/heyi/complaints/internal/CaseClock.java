package com.heyi.complaints.internal;

import com.heyi.complaints.ClockKind;
import com.heyi.complaints.ClockView;
import com.heyi.complaints.Complexity;
import com.heyi.complaints.DayKind;
import com.heyi.shared.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** One deadline of a complaint, frozen when it starts. */
@Entity
@Audited
@Table(schema = "complaints", name = "clock")
public class CaseClock {
  @Id private UUID id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "complaint_id", updatable = false)
  private Complaint complaint;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private ClockKind kind;

  @Column(name = "started_at", updatable = false)
  private Instant startedAt;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "due_on")
  private LocalDate dueOn;

  private int days;

  @Enumerated(EnumType.STRING)
  @Column(name = "day_kind")
  private DayKind dayKind;

  @Column(name = "extra_days")
  private int extraDays;

  @Column(name = "further_days")
  private int furtherDays;

  @Column(updatable = false)
  private boolean pauses;

  @Column(name = "paused_at")
  private Instant pausedAt;

  @Column(name = "paused_days")
  private int pausedDays;

  @Column(name = "stopped_at")
  private Instant stoppedAt;

  private Boolean met;

  protected CaseClock() {}

  CaseClock(
      Complaint complaint,
      ClockKind kind,
      Instant startedAt,
      Deadlines deadlines,
      Complexity complexity) {
    this.id = Ids.next();
    this.complaint = complaint;
    this.kind = kind;
    this.startedAt = startedAt;
    this.pauses = deadlines.rules().pauses();
    set(deadlines, complexity);
  }

  /**
   * Sets the deadline anew from the same start, because the case proved simpler or harder.
   *
   * @throws IllegalStateException when the rules know no such deadline
   */
  final void set(Deadlines deadlines, Complexity complexity) {
    Allowance allowance =
        deadlines
            .allowance(kind, complexity)
            .orElseThrow(
                () -> new IllegalStateException(deadlines.rules().key() + " knows no " + kind));
    days = allowance.days();
    dayKind = allowance.dayKind();
    furtherDays = deadlines.furtherDays(allowance);
    count(deadlines);
  }

  /** Adds the further days that the rules allow: they count on from where the deadline was. */
  void extend(Deadlines deadlines) {
    extraDays = furtherDays;
    furtherDays = 0;
    count(deadlines);
  }

  boolean allowsFurtherDays() {
    return furtherDays > 0;
  }

  boolean isExtended() {
    return extraDays > 0;
  }

  private void count(Deadlines deadlines) {
    var stood = pauses ? complaint.log().standstills() : List.<Standstill>of();
    var deadline = deadlines.after(startedAt, days + extraDays, dayKind, stood);
    pausedDays = deadlines.stoodStill(startedAt, deadline.dueOn(), dayKind, stood);
    dueAt = deadline.dueAt();
    dueOn = deadline.dueOn();
  }

  /** Those that run before those that have stopped, each by their deadline. */
  static final Comparator<CaseClock> NEAREST_FIRST =
      Comparator.comparing((CaseClock clock) -> !clock.isRunning())
          .thenComparing(CaseClock::dueAt)
          .thenComparing(clock -> clock.id);

  boolean isRunning() {
    return met == null;
  }

  /** Stands still from now on, where the rules allow it. */
  void pause(Instant now) {
    pausedAt = pauses ? now : null;
  }

  /** Goes on; what it gives is reckoned anew from the log. */
  void resume(Deadlines deadlines) {
    pausedAt = null;
    count(deadlines);
  }

  boolean isPaused() {
    return pausedAt != null;
  }

  void stop(Instant now) {
    stoppedAt = now;
    met = TheDeadlineEndsWithItsLastDay.isMet(dueAt, pausedAt == null ? now : pausedAt);
    pausedAt = null;
  }

  /** What a source says about a deadline whose end it does not date. */
  void knownToBe(boolean metInTime) {
    met = metInTime;
  }

  Complaint complaint() {
    return complaint;
  }

  ClockKind kind() {
    return kind;
  }

  Instant startedAt() {
    return startedAt;
  }

  Instant dueAt() {
    return dueAt;
  }

  LocalDate dueOn() {
    return dueOn;
  }

  Boolean met() {
    return met;
  }

  ClockView view(Clock clock) {
    Instant now = clock.instant();
    boolean runs = isRunning() && pausedAt == null;
    return new ClockView(
        kind,
        startedAt,
        dueAt,
        dueOn,
        days,
        dayKind,
        extraDays,
        pausedDays,
        pausedAt,
        stoppedAt,
        met,
        runs ? (int) ChronoUnit.DAYS.between(LocalDate.now(clock), dueOn) : null,
        runs && !TheDeadlineEndsWithItsLastDay.isMet(dueAt, now),
        usedPercent(now));
  }

  private int usedPercent(Instant now) {
    Instant running = pausedAt == null ? now : pausedAt;
    Instant until = stoppedAt != null ? stoppedAt : isRunning() ? running : dueAt;
    long used = Duration.between(startedAt, until).toSeconds();
    long whole = Duration.between(startedAt, dueAt).toSeconds();
    return (int) Math.min(Integer.MAX_VALUE, Math.max(0, used * 100 / whole));
  }
}
