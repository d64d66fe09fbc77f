package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Says how many pieces of an item one customer may order.
 *
 * @param itemId which item
 * @param version the version of the item that the caller has seen
 * @param pieces how many, or null for as many as he likes
 * @param days within how many days; 30 when null
 */
public record SetPurchaseLimit(
    @NotNull UUID itemId,
    long version,
    @Min(1) @Max(1_000_000) Long pieces,
    @Min(1) @Max(3660) Integer days)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "item:" + itemId;
  }
}
