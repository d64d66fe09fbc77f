package com.heyi.winddown.internal;

import com.heyi.shared.facade.Mask;
import com.heyi.shared.facade.Personal;
import com.heyi.shared.persistence.CnyConverter;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import com.heyi.winddown.HoldingKind;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What the old app says one of its customers holds. Written once. */
@Entity
@Immutable
@Table(schema = "winddown", name = "holding")
public class Holding {
  @Id private UUID id;

  @Column(name = "plan_id")
  private UUID planId;

  @Personal(Mask.LAST_FOUR)
  @Column(name = "external_id")
  private String externalId;

  @Enumerated(EnumType.STRING)
  private HoldingKind kind;

  private Points points;

  @Convert(converter = CnyConverter.class)
  private Money amount;

  @Column(name = "expires_on")
  private LocalDate expiresOn;

  @Column(name = "taken_at")
  private Instant takenAt;

  protected Holding() {}

  static Holding ofPoints(
      UUID plan, String externalId, Points points, LocalDate expiresOn, Instant now) {
    return new Holding(
        plan, externalId, HoldingKind.POINTS, points, Money.zero(Money.CNY), expiresOn, now);
  }

  static Holding ofMoney(UUID plan, String externalId, Money amount, Instant now) {
    return new Holding(plan, externalId, HoldingKind.MONEY, Points.ZERO, amount, null, now);
  }

  private Holding(
      UUID planId,
      String externalId,
      HoldingKind kind,
      Points points,
      Money amount,
      LocalDate expiresOn,
      Instant now) {
    this.id = Ids.next();
    this.planId = planId;
    this.externalId = externalId;
    this.kind = kind;
    this.points = points;
    this.amount = amount;
    this.expiresOn = expiresOn;
    this.takenAt = now;
  }

  /** Whether both are about the same of the same customer. */
  boolean isAbout(Holding other) {
    return kind == other.kind
        && externalId.equals(other.externalId)
        && Objects.equals(expiresOn, other.expiresOn);
  }

  boolean isAsMuchAs(Holding other) {
    return points.equals(other.points) && amount.equals(other.amount);
  }

  /** Points whose last day is over. */
  boolean isExpiredOn(LocalDate today) {
    return expiresOn != null && expiresOn.isBefore(today);
  }

  UUID id() {
    return id;
  }

  String externalId() {
    return externalId;
  }

  HoldingKind kind() {
    return kind;
  }

  Points points() {
    return points;
  }

  Money amount() {
    return amount;
  }

  LocalDate expiresOn() {
    return expiresOn;
  }

  /** How much it is, as people read it. */
  Object size() {
    return kind == HoldingKind.POINTS ? points.amount() : amount.amount();
  }
}
