package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a customer has received, kept and not reviewed yet.
 *
 * @param customerId whose
 * @param lines the latest delivered first
 */
public record PendingReviews(UUID customerId, List<Line> lines) implements Targeted {
  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }

  /**
   * @param orderLineId the line of the order
   * @param orderNumber number of the order
   * @param itemId the item
   * @param sku its code
   * @param name its name, as it was ordered
   * @param deliveredAt when he got it
   */
  public record Line(
      UUID orderLineId,
      String orderNumber,
      UUID itemId,
      String sku,
      String name,
      Instant deliveredAt) {}
}
