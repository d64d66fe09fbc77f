package com.heyi.promotions.internal;

import com.heyi.promotions.CouponStatus;
import com.heyi.promotions.CouponStep;
import com.heyi.promotions.PromotionsError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.history.WithoutHistory;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Points;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A customer's coupon. It is set aside for a checkout, taken with the order, and given back when
 * the order ends as a whole. Each verb answers the step that is to be recorded.
 */
@Entity
@WithoutHistory("every change is a row of coupon_move, which is never changed")
@Table(schema = "promotions", name = "coupon")
public class Coupon {
  @Id private UUID id;
  @Version private long version;

  @Column(name = "template_id", updatable = false)
  private UUID templateId;

  @Column(name = "campaign_id", updatable = false)
  private UUID campaignId;

  @Column(name = "customer_id", updatable = false)
  private UUID customerId;

  @Column(updatable = false)
  private String code;

  @Enumerated(EnumType.STRING)
  private CouponStatus status;

  @Column(name = "valid_from", updatable = false)
  private LocalDate validFrom;

  @Column(name = "valid_until")
  private LocalDate validUntil;

  @Column(name = "checkout_id")
  private UUID checkoutId;

  @Column(name = "order_id")
  private UUID orderId;

  @Column(name = "points_off")
  private Points pointsOff;

  @Column(name = "issued_at", updatable = false)
  private Instant issuedAt;

  protected Coupon() {}

  Coupon(
      Template template,
      UUID campaignId,
      UUID customerId,
      String code,
      Instant now,
      LocalDate today) {
    this(template, campaignId, customerId, code, now);
    validFrom = template.firstDay(today);
    validUntil = template.lastDay(today);
  }

  private Coupon(Template template, UUID campaignId, UUID customerId, String code, Instant now) {
    id = Ids.next();
    templateId = template.id();
    this.campaignId = campaignId;
    this.customerId = customerId;
    this.code = code;
    status = CouponStatus.AVAILABLE;
    issuedAt = now;
  }

  /**
   * One for a coupon of another app, good from today to its last day there.
   *
   * @throws IllegalArgumentException when that day is over
   */
  static Coupon takenOver(
      Template template,
      UUID customerId,
      String code,
      Instant now,
      LocalDate today,
      LocalDate lastDay) {
    if (lastDay.isBefore(today)) {
      throw new IllegalArgumentException("The last day is over: " + lastDay);
    }
    Coupon coupon = new Coupon(template, null, customerId, code, now);
    coupon.validFrom = today;
    coupon.validUntil = lastDay;
    return coupon;
  }

  /**
   * @throws HeyiException {@link PromotionsError#COUPON_NOT_AVAILABLE}
   */
  void reserve(UUID checkout, Points off) {
    requireAvailable();
    status = CouponStatus.RESERVED;
    checkoutId = checkout;
    pointsOff = off;
  }

  void take(UUID order) {
    if (status != CouponStatus.RESERVED) {
      throw new HeyiException(PromotionsError.COUPON_NOT_AVAILABLE, code, status);
    }
    status = CouponStatus.TAKEN;
    orderId = order;
  }

  void release() {
    if (status != CouponStatus.RESERVED) {
      throw new HeyiException(PromotionsError.COUPON_NOT_AVAILABLE, code, status);
    }
    free(CouponStatus.AVAILABLE);
  }

  /**
   * Gives it back when its order ended as a whole.
   *
   * @param restoreDays how long it lives when its days are over; 0 forfeits it
   * @return what was decided
   */
  CouponStep giveBack(LocalDate today, int restoreDays) {
    if (status != CouponStatus.TAKEN) {
      throw new HeyiException(PromotionsError.COUPON_NOT_AVAILABLE, code, status);
    }
    if (!today.isAfter(validUntil)) {
      free(CouponStatus.AVAILABLE);
      return CouponStep.GIVEN_BACK;
    }
    if (restoreDays == 0) {
      free(CouponStatus.FORFEITED);
      return CouponStep.FORFEITED;
    }
    free(CouponStatus.AVAILABLE);
    validUntil = today.plusDays(restoreDays);
    return CouponStep.RESTORED;
  }

  /**
   * @throws HeyiException {@link PromotionsError#COUPON_NOT_AVAILABLE}
   */
  void revoke() {
    requireAvailable();
    status = CouponStatus.REVOKED;
  }

  private void requireAvailable() {
    if (status != CouponStatus.AVAILABLE) {
      throw new HeyiException(PromotionsError.COUPON_NOT_AVAILABLE, code, status);
    }
  }

  private void free(CouponStatus next) {
    status = next;
    checkoutId = null;
    orderId = null;
    pointsOff = null;
  }

  UUID id() {
    return id;
  }

  UUID templateId() {
    return templateId;
  }

  UUID campaignId() {
    return campaignId;
  }

  UUID customerId() {
    return customerId;
  }

  String code() {
    return code;
  }

  CouponStatus status() {
    return status;
  }

  LocalDate validFrom() {
    return validFrom;
  }

  LocalDate validUntil() {
    return validUntil;
  }

  UUID checkoutId() {
    return checkoutId;
  }

  UUID orderId() {
    return orderId;
  }

  Points pointsOff() {
    return pointsOff;
  }

  Instant issuedAt() {
    return issuedAt;
  }

  boolean expired(LocalDate today) {
    return status == CouponStatus.AVAILABLE && today.isAfter(validUntil);
  }
}
