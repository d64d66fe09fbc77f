package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Ends an offer now; one that has not begun never holds.
 *
 * @param itemId the item
 * @param offerId which of its offers
 */
public record EndOffer(@NotNull UUID itemId, @NotNull UUID offerId) implements Targeted {
  @Override
  public String auditTarget() {
    return "item:" + itemId;
  }
}
