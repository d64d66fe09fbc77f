package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import java.time.Instant;
import java.util.UUID;

/**
 * What a buyer says about what he bought.
 *
 * @param id id of the review
 * @param orderId the order
 * @param orderNumber its number
 * @param itemId the item
 * @param sku its code
 * @param name its name, as it was ordered
 * @param customerId who bought it
 * @param branch his home branch when he ordered, or null
 * @param stars 1 to 5
 * @param words what he says, identifiers masked
 * @param status what has become of it
 * @param writtenAt when it was written
 * @param decidedAt when it was published or refused, or null
 * @param decidedBy by whom, or null
 * @param reason why it was refused or hidden, or null
 * @param reportReason what somebody has against it, the last time it was reported; or null
 * @param reportedAt when that was, or null
 * @param answer what the bank answers, or null
 * @param answeredAt when that was, or null
 * @param version for If-Match
 */
public record ReviewView(
    UUID id,
    UUID orderId,
    String orderNumber,
    UUID itemId,
    String sku,
    String name,
    UUID customerId,
    String branch,
    int stars,
    String words,
    ReviewStatus status,
    Instant writtenAt,
    Instant decidedAt,
    String decidedBy,
    String reason,
    String reportReason,
    Instant reportedAt,
    String answer,
    Instant answeredAt,
    long version)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "review:" + id;
  }

  /** Whether everybody can read it. */
  public boolean shown() {
    return status.isShown();
  }

  /** Whether the bank may answer it: it is read, and has no answer yet. */
  public boolean answerable() {
    return shown() && answer == null;
  }
}
