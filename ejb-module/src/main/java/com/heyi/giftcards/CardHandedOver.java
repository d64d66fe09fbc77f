package com.heyi.giftcards;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.heyi.shared.facade.Secret;
import com.heyi.shared.facade.Targeted;

/**
 * A card whose code was drawn.
 *
 * @param card the card
 * @param code the code, in groups of four; it is never written down, so that a repeated call with
 *     the same key has null here
 */
public record CardHandedOver(
    GiftCardView card, @Secret @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) String code)
    implements Targeted {
  @Override
  public String auditTarget() {
    return card.auditTarget();
  }

  /** Does not tell the code. */
  @Override
  public String toString() {
    return "CardHandedOver[" + card.number() + "]";
  }
}
