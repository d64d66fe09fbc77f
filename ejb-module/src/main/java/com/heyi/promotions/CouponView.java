package com.heyi.promotions;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Points;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A customer's coupon.
 *
 * @param id the coupon
 * @param code what he names at the checkout
 * @param template code of its kind
 * @param name as customers read it
 * @param campaign code of the campaign that pays for it, or null
 * @param customerId whose
 * @param customerNumber his number in the register
 * @param customerName his name
 * @param status how it stands
 * @param validFrom first day
 * @param validUntil last day
 * @param expired whether its days are over and it was not used
 * @param pointsOff what it takes off the checkout or order that it is in, or null
 * @param orderId the order that it was used for, or null
 * @param issuedAt when it was issued
 * @param moves what happened to it, oldest first; none in a list
 */
public record CouponView(
    UUID id,
    String code,
    String template,
    String name,
    String campaign,
    UUID customerId,
    String customerNumber,
    String customerName,
    CouponStatus status,
    LocalDate validFrom,
    LocalDate validUntil,
    boolean expired,
    Points pointsOff,
    UUID orderId,
    Instant issuedAt,
    List<Move> moves)
    implements Targeted {

  public CouponView {
    moves = List.copyOf(moves);
  }

  @Override
  public String auditTarget() {
    return "coupon:" + id;
  }

  /**
   * Something that happened to it.
   *
   * @param step what
   * @param orderId the order, where there was one
   * @param pointsOff what it took off, or null
   * @param validUntil last day of the coupon after this
   * @param reason why, or null
   * @param at when
   * @param by who did it
   */
  public record Move(
      CouponStep step,
      UUID orderId,
      Points pointsOff,
      LocalDate validUntil,
      String reason,
      Instant at,
      String by) {}
}
