package com.heyi.relationship.internal;

import com.heyi.relationship.TierFigures;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.SeenVersion;
import com.heyi.shared.history.WithoutHistory;
import com.heyi.shared.persistence.CnyConverter;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Where a customer stands, with the figures that were looked at last. What was decided at an
 * evaluation ends by itself at midnight: a grace, and a tier that was set by hand.
 */
@Entity
@WithoutHistory("Each change of a tier is a row of its own with the figures that decided it")
@Table(schema = "relationship", name = "standing")
public class Standing {
  private static final int ALL = 100;

  @Id
  @Column(name = "customer_id")
  private UUID id;

  @Version private long version;
  private String tier;
  private LocalDate since;
  private String earned;

  @Column(name = "grace_until")
  private LocalDate graceUntil;

  @Column(name = "hand_until")
  private LocalDate handUntil;

  @Column(name = "hand_reason")
  private String handReason;

  @Convert(converter = CnyConverter.class)
  private Money assets;

  private long activity;
  private Points points;

  @Column(name = "next_percent")
  private int nextPercent;

  @Column(name = "rules_from")
  private LocalDate rulesFrom;

  @Column(name = "evaluated_for")
  private LocalDate evaluatedFor;

  private boolean merged;

  protected Standing() {}

  /** Somebody who is placed for the first time. */
  Standing(UUID customer, Placement placement, TierFigures figures, TierSet rules, LocalDate day) {
    id = customer;
    placed(placement, figures, rules, day);
  }

  /** Takes over what an evaluation came to. */
  void placed(Placement placement, TierFigures figures, TierSet rules, LocalDate day) {
    tier = placement.tier();
    since = placement.since();
    earned = placement.earned();
    graceUntil = placement.graceUntil();
    handUntil = placement.handUntil();
    handReason = handUntil == null ? null : handReason;
    assets = figures.assets();
    activity = figures.activity();
    points = figures.points();
    nextPercent = rules.percentToTheNext(tier, figures);
    rulesFrom = rules.validFrom();
    evaluatedFor = day;
    merged = false;
  }

  /** Stands for nobody while the record lies under another. */
  void merge() {
    merged = true;
  }

  /** Stands for the customer again whom the record is. */
  void part() {
    merged = false;
  }

  /** Gives a tier for a time, whatever the figures say. */
  void setByHand(String code, LocalDate until, String reason, TierSet rules, LocalDate today) {
    String had = tierOn(today);
    since = had.equals(code) ? since : today;
    tier = code;
    graceUntil = null;
    handUntil = until;
    handReason = reason;
    nextPercent = rules.percentToTheNext(code, figures());
  }

  /**
   * @throws HeyiException {@link CommonError#VERSION_MOVED}
   */
  void requireVersion(long expected) {
    SeenVersion.require(expected, version);
  }

  /** The tier that he has on a day, from the day of the evaluation on. */
  String tierOn(LocalDate day) {
    return isOver(graceUntil, day) || isOver(handUntil, day) ? earned : tier;
  }

  /** From which day on he has the tier of that day. */
  LocalDate sinceOn(LocalDate day) {
    LocalDate last =
        isOver(graceUntil, day) ? graceUntil : isOver(handUntil, day) ? handUntil : null;
    return last == null || earned.equals(tier) ? since : last.plusDays(1);
  }

  /** Whether he keeps on this day what he no longer reaches. */
  boolean isInGraceOn(LocalDate day) {
    return graceUntil != null && !isOver(graceUntil, day);
  }

  /**
   * @param near from which share of the tier above on somebody is about to rise, in percent
   */
  boolean isAboutToRise(int near) {
    return nextPercent >= near && nextPercent < ALL;
  }

  private static boolean isOver(LocalDate last, LocalDate day) {
    return last != null && day.isAfter(last);
  }

  Placement placement() {
    return new Placement(tier, since, earned, graceUntil, handUntil);
  }

  TierFigures figures() {
    return new TierFigures(assets, activity, points);
  }

  UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  String earned() {
    return earned;
  }

  LocalDate graceUntil() {
    return graceUntil;
  }

  LocalDate handUntil() {
    return handUntil;
  }

  String handReason() {
    return handReason;
  }

  int nextPercent() {
    return nextPercent;
  }

  LocalDate rulesFrom() {
    return rulesFrom;
  }

  LocalDate evaluatedFor() {
    return evaluatedFor;
  }
}
