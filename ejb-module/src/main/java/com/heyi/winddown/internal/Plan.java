package com.heyi.winddown.internal;

import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.Caller;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.SeenVersion;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Points;
import com.heyi.winddown.AnnounceClosing;
import com.heyi.winddown.AppImpact;
import com.heyi.winddown.PlanRow;
import com.heyi.winddown.PlanStatus;
import com.heyi.winddown.WindDownError;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.envers.Audited;

/**
 * The end of an app. It is announced, frozen on its day, migrated as often as it takes, and closed
 * when nothing is left; until somebody has been migrated it can be called off.
 */
@Entity
@Audited
@Table(schema = "winddown", name = "plan")
public class Plan {
  @Id private UUID id;
  @Version private long version;

  @Column(name = "app_code", updatable = false)
  private String app;

  @Column(name = "into_app", updatable = false)
  private String into;

  @Enumerated(EnumType.STRING)
  private PlanStatus status;

  @Column(name = "announced_on", updatable = false)
  private LocalDate announcedOn;

  @Column(name = "freeze_on", updatable = false)
  private LocalDate freezeOn;

  @Column(name = "migrate_on", updatable = false)
  private LocalDate migrateOn;

  @Column(name = "close_on", updatable = false)
  private LocalDate closeOn;

  @Column(updatable = false)
  private String reason;

  @Column(updatable = false)
  private long customers;

  @Column(updatable = false)
  private long accounts;

  @Column(updatable = false)
  private Points points;

  @Column(name = "open_orders", updatable = false)
  private long openOrders;

  @Column(updatable = false)
  private long complaints;

  @Column(name = "announced_by", updatable = false)
  private String announcedBy;

  @Column(name = "announced_at", updatable = false)
  private Instant announcedAt;

  @Column(name = "frozen_at")
  private Instant frozenAt;

  @Column(name = "migrating_at")
  private Instant migratingAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "run_id")
  private UUID runId;

  protected Plan() {}

  /** Announced today, with its impact as it is now. */
  Plan(AnnounceClosing command, AppImpact impact, Caller caller, Instant now, LocalDate today) {
    id = Ids.next();
    app = command.app();
    into = command.into();
    status = PlanStatus.ANNOUNCED;
    announcedOn = today;
    freezeOn = command.freezeOn();
    migrateOn = command.migrateOn();
    closeOn = command.closeOn();
    reason = command.reason().strip();
    customers = impact.customers();
    accounts = impact.accounts();
    points = impact.points();
    openOrders = impact.openOrders();
    complaints = impact.openComplaints();
    announcedBy = caller.user();
    announcedAt = now;
  }

  /**
   * @throws HeyiException {@link CommonError#VERSION_MOVED}
   */
  void requireVersion(long expected) {
    SeenVersion.require(expected, version);
  }

  void freeze(Instant now, LocalDate today) {
    require(PlanStatus.ANNOUNCED);
    AStepWaitsForItsDay.check(freezeOn, today);
    status = PlanStatus.FROZEN;
    frozenAt = now;
  }

  /** Begins the migration, or takes it up again for those who are left. */
  void migrate(UUID run, Instant now, LocalDate today) {
    require(PlanStatus.FROZEN, PlanStatus.MIGRATING);
    AStepWaitsForItsDay.check(migrateOn, today);
    status = PlanStatus.MIGRATING;
    migratingAt = migratingAt == null ? now : migratingAt;
    runId = run;
  }

  void close(Instant now, LocalDate today) {
    require(PlanStatus.MIGRATING);
    AStepWaitsForItsDay.check(closeOn, today);
    status = PlanStatus.CLOSED;
    endedAt = now;
  }

  void callOff(Instant now) {
    require(PlanStatus.ANNOUNCED, PlanStatus.FROZEN);
    status = PlanStatus.CALLED_OFF;
    endedAt = now;
  }

  void require(PlanStatus... allowed) {
    if (!Arrays.asList(allowed).contains(status)) {
      throw new HeyiException(WindDownError.WRONG_STATUS, status);
    }
  }

  UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  String app() {
    return app;
  }

  String into() {
    return into;
  }

  PlanStatus status() {
    return status;
  }

  String reason() {
    return reason;
  }

  String announcedBy() {
    return announcedBy;
  }

  Instant frozenAt() {
    return frozenAt;
  }

  Instant migratingAt() {
    return migratingAt;
  }

  Optional<UUID> run() {
    return Optional.ofNullable(runId);
  }

  AppImpact impact() {
    return new AppImpact(app, customers, accounts, points, openOrders, complaints);
  }

  PlanRow row() {
    return new PlanRow(
        id,
        app,
        into,
        status,
        announcedOn,
        freezeOn,
        migrateOn,
        closeOn,
        customers,
        announcedAt,
        endedAt);
  }
}
