package com.heyi.giftcards;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What the bearer of a card is told.
 *
 * @param cardId id of the card
 * @param number its number
 * @param status how it stands
 * @param balance what is left on it
 * @param expiresOn the last day on which it pays
 * @param payable whether it would pay now
 */
public record CardBalance(
    UUID cardId,
    String number,
    CardStatus status,
    Money balance,
    LocalDate expiresOn,
    boolean payable)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "gift-card:" + cardId;
  }
}
