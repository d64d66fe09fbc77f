package com.heyi.mall;

import com.heyi.shared.value.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * Money that was paid for an order.
 *
 * @param id id of the payment
 * @param tender what it was paid with
 * @param accountId the account that paid, or null
 * @param cardId the gift card that paid, or null
 * @param paidFrom number of the account or the card
 * @param amount how much
 * @param givenBack how much of it was given back
 * @param paidAt when
 */
public record PaymentView(
    UUID id,
    Tender tender,
    UUID accountId,
    UUID cardId,
    String paidFrom,
    Money amount,
    Money givenBack,
    Instant paidAt) {
  /** The same payment with the number of what paid. */
  public PaymentView from(String number) {
    return new PaymentView(id, tender, accountId, cardId, number, amount, givenBack, paidAt);
  }
}
