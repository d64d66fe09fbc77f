package com.heyi.giftcards;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Draws the code of a new card, which is told this once.
 *
 * @param cardId the card
 * @param version as it was read
 */
public record HandOverCard(@NotNull UUID cardId, long version) implements Targeted {
  @Override
  public String auditTarget() {
    return "gift-card:" + cardId;
  }
}
