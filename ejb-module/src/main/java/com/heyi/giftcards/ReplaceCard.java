package com.heyi.giftcards;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Puts what is left on a lost card onto a new one, whose code is drawn when it is handed over.
 *
 * @param cardId the card
 * @param version as it was read
 * @param reason why
 */
public record ReplaceCard(
    @NotNull UUID cardId, long version, @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "gift-card:" + cardId;
  }
}
