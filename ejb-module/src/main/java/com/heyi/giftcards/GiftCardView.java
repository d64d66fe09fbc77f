package com.heyi.giftcards;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A gift card as staff see it; never with its code.
 *
 * @param id id of the card
 * @param version for changes
 * @param number its number, which pays nothing
 * @param codeEnd the last four signs of its code, or null before it is handed over
 * @param status how it stands
 * @param funding what its money came from
 * @param amount what it was issued for
 * @param balance what is left on it
 * @param expiresOn the last day on which it pays
 * @param overdue whether that day is over
 * @param customerId who got it from the bank, or null when that is not known
 * @param customerNumber his number
 * @param customerName his name
 * @param branch the branch that issued it, or null for the head office
 * @param replaces the lost card whose money it took over, or null
 * @param replacedBy the card that took over its money, or null
 * @param issuedAt when it was issued
 * @param issuedBy who issued it
 * @param handedOverAt when its code was told, or null
 */
public record GiftCardView(
    UUID id,
    long version,
    String number,
    String codeEnd,
    CardStatus status,
    Funding funding,
    Money amount,
    Money balance,
    LocalDate expiresOn,
    boolean overdue,
    UUID customerId,
    String customerNumber,
    String customerName,
    String branch,
    UUID replaces,
    UUID replacedBy,
    Instant issuedAt,
    String issuedBy,
    Instant handedOverAt)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "gift-card:" + id;
  }
}
