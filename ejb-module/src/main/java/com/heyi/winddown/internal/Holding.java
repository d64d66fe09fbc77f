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

  @Personal(Mask.LAST_FOUR)
  private String ref;

  private String what;
  private Long quantity;

  protected Holding() {}

  static Holding ofPoints(
      UUID plan, String externalId, Points points, LocalDate expiresOn, Instant now) {
    return new Holding(
        plan, externalId, HoldingKind.POINTS, points, Money.zero(Money.CNY), expiresOn, now);
  }

  static Holding ofMoney(UUID plan, String externalId, Money amount, Instant now) {
    return new Holding(plan, externalId, HoldingKind.MONEY, Points.ZERO, amount, null, now);
  }

  /**
   * A line of an open order.
   *
   * @param number of the order in the old app
   * @param points that the line was paid with
   * @param amount money that it was paid with
   * @param expiresOn last day of the points; null when they never expire
   */
  static Holding ofOrder(
      UUID plan,
      String externalId,
      String number,
      Pieces pieces,
      Points points,
      Money amount,
      LocalDate expiresOn,
      Instant now) {
    Holding line = new Holding(plan, externalId, HoldingKind.ORDER, points, amount, expiresOn, now);
    line.ref = number;
    line.what = pieces.sku();
    line.quantity = pieces.quantity();
    return line;
  }

  /** So many pieces of an item. */
  record Pieces(String sku, long quantity) {}

  /**
   * A coupon.
   *
   * @param code in the old app
   * @param template code of the kind that it becomes here
   */
  static Holding ofCoupon(
      UUID plan, String externalId, String code, String template, LocalDate lastDay, Instant now) {
    Holding coupon =
        new Holding(
            plan, externalId, HoldingKind.COUPON, Points.ZERO, Money.zero(Money.CNY), lastDay, now);
    coupon.ref = code;
    coupon.what = template;
    return coupon;
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

  /**
   * Whether both are the same line, or coupon, of the old app. A coupon's code names it alone; of
   * an order's lines each has its own item.
   */
  boolean isNamedAs(Holding other) {
    return kind == other.kind
        && Objects.equals(ref, other.ref)
        && (kind == HoldingKind.COUPON || Objects.equals(what, other.what));
  }

  /** Whether two of one name say the same. */
  boolean saysTheSameAs(Holding other) {
    return isAbout(other)
        && isAsMuchAs(other)
        && Objects.equals(what, other.what)
        && Objects.equals(quantity, other.quantity);
  }

  /** Points or a coupon whose last day is over. */
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

  /** Number of the order or code of the coupon in the old app; null for balances. */
  String ref() {
    return ref;
  }

  /** Code of the item, or of the kind of coupon; null for balances. */
  String what() {
    return what;
  }

  Long quantity() {
    return quantity;
  }

  /** How much it is, as people read it. */
  Object size() {
    return kind == HoldingKind.POINTS ? points.amount() : amount.amount();
  }
}
