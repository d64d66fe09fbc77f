package com.heyi.promotions.internal;

import com.heyi.promotions.CouponStep;
import com.heyi.promotions.CouponView;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Points;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Something that happened to a coupon. The database refuses the same twice. */
@Entity
@Immutable
@Table(schema = "promotions", name = "coupon_move")
public class CouponMove {
  @Id private UUID id;

  @Column(name = "coupon_id")
  private UUID couponId;

  @Enumerated(EnumType.STRING)
  private CouponStep step;

  @Column(name = "checkout_id")
  private UUID checkoutId;

  @Column(name = "order_id")
  private UUID orderId;

  @Column(name = "points_off")
  private Points pointsOff;

  @Column(name = "valid_until")
  private LocalDate validUntil;

  private String reason;
  private Instant at;

  @Column(name = "moved_by")
  private String by;

  protected CouponMove() {}

  /**
   * @param before the checkout, order and points that the coupon was in, where the step names them
   */
  CouponMove(Coupon coupon, CouponStep step, Bound before, String reason, Instant at, String by) {
    id = Ids.next();
    couponId = coupon.id();
    this.step = step;
    checkoutId = before.checkoutId();
    orderId = before.orderId();
    pointsOff = before.pointsOff();
    validUntil = coupon.validUntil();
    this.reason = reason;
    this.at = at;
    this.by = by;
  }

  /** What a coupon was bound to when something happened to it; each may be null. */
  record Bound(UUID checkoutId, UUID orderId, Points pointsOff) {
    static final Bound NOTHING = new Bound(null, null, null);
  }

  CouponView.Move view() {
    return new CouponView.Move(step, orderId, pointsOff, validUntil, reason, at, by);
  }
}
