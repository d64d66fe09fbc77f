package com.heyi.complaints.internal;

import com.heyi.complaints.ClockKind;
import com.heyi.complaints.ClockView;
import com.heyi.complaints.Complexity;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/** One deadline of a complaint, frozen when it starts. */
@Entity
@Table(schema = "complaints", name = "clock")
public class CaseClock {
  @Id private UUID id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "complaint_id")
  private Complaint complaint;

  @Enumerated(EnumType.STRING)
  private ClockKind kind;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "due_on")
  private LocalDate dueOn;

  private int days;

  @Column(name = "stopped_at")
  private Instant stoppedAt;

  private Boolean met;

  protected CaseClock() {}

  CaseClock(
      Complaint complaint,
      ClockKind kind,
      Instant startedAt,
      RulePack rules,
      Complexity complexity,
      ZoneId bankZone) {
    this.id = Ids.next();
    this.complaint = complaint;
    this.kind = kind;
    this.startedAt = startedAt;
    set(rules, complexity, bankZone);
  }

  /** Sets the deadline anew from the same start, because the case proved simpler or harder. */
  void set(RulePack rules, Complexity complexity, ZoneId bankZone) {
    days = rules.days(kind, complexity);
    var deadline = TheDeadlineEndsWithItsLastDay.after(startedAt, days, rules.zone(bankZone));
    dueAt = deadline.dueAt();
    dueOn = deadline.dueOn();
  }

  boolean isRunning() {
    return met == null;
  }

  void stop(Instant now) {
    stoppedAt = now;
    met = TheDeadlineEndsWithItsLastDay.isMet(dueAt, now);
  }

  /** What a source says about a deadline whose end it does not date. */
  void knownToBe(boolean metInTime) {
    met = metInTime;
  }

  ClockKind kind() {
    return kind;
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

  ClockView view(Instant now) {
    return new ClockView(kind, startedAt, dueAt, dueOn, days, stoppedAt, met, usedPercent(now));
  }

  private int usedPercent(Instant now) {
    Instant until = stoppedAt != null ? stoppedAt : isRunning() ? now : dueAt;
    long used = Duration.between(startedAt, until).toSeconds();
    long whole = Duration.between(startedAt, dueAt).toSeconds();
    return (int) Math.min(Integer.MAX_VALUE, Math.max(0, used * 100 / whole));
  }
}
