package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;

/**
 * Makes an offer: a price for a tier, for a time, or both. With neither it is the ordinary price,
 * from now on. A customer pays the lowest that holds for him.
 *
 * @param itemId which item
 * @param version the version of the item that the caller has seen
 * @param label why, as customers read it; needed for an offer
 * @param tier code of the tier that it is for, or null for everybody
 * @param from first moment at which it holds, or null for now
 * @param until first moment at which it no longer holds; needed unless there is a tier
 * @param price points for one piece
 * @param cash yuan for one piece beside the points, or null for none
 */
public record SetItemPrice(
    @NotNull UUID itemId,
    long version,
    @Size(max = 60) String label,
    @Size(max = 30) String tier,
    Instant from,
    Instant until,
    @NotNull Points price,
    Money cash)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "item:" + itemId;
  }

  /** Whether it is an offer beside the ordinary price. */
  public boolean offer() {
    return tier != null || until != null;
  }
}
