package com.heyi.mall;

import com.heyi.shared.value.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * How the customer pays what goods cost in money, beside the points.
 *
 * @param amount what he has agreed to pay, in CNY; refused when it costs something else today
 * @param accountId the account of his that pays what a gift card does not; null when a card pays
 *     all
 * @param card a gift card that pays first, or null for none
 */
public record PayCash(@NotNull Money amount, UUID accountId, @Valid PayByCard card) {
  /** All of it from an account. */
  public static PayCash from(UUID accountId, Money amount) {
    return new PayCash(amount, accountId, null);
  }
}
