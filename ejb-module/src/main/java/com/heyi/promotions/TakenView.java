package com.heyi.promotions;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Points;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A benefit that was taken.
 *
 * @param id the taking
 * @param customerId who took it
 * @param benefit code of the benefit
 * @param day on which day of the bank
 * @param couponCode code of the coupon that it gave, or null
 * @param points points that it gave, or null
 * @param next the next day on which he may take it, or null
 */
public record TakenView(
    UUID id,
    UUID customerId,
    String benefit,
    LocalDate day,
    String couponCode,
    Points points,
    LocalDate next)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
