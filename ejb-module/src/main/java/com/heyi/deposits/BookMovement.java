package com.heyi.deposits;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Money;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Moves money into or out of an account.
 *
 * @param accountId the account
 * @param kind why; every kind but a reversal
 * @param amount how much, in CNY, more than nothing
 * @param counterparty who is on the other side: for a transfer the number of an account here; else
 *     as the payment names him; not for cash
 * @param memo what the statement says about it, or null
 */
public record BookMovement(
    @NotNull UUID accountId,
    @NotNull MovementKind kind,
    @NotNull Money amount,
    @Size(max = 100) String counterparty,
    @Size(max = 200) String memo)
    implements Targeted {

  public BookMovement {
    counterparty = filled(counterparty);
    memo = filled(memo);
  }

  @Override
  public String auditTarget() {
    return "account:" + accountId;
  }

  private static String filled(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
