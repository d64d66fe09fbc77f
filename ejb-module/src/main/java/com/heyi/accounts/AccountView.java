package com.heyi.accounts;

import com.heyi.shared.facade.Targeted;
import java.time.Instant;
import java.util.UUID;

/**
 * A settlement account.
 *
 * @param id the account
 * @param version its version
 * @param number 19 digits with a Luhn check digit
 * @param customerId whose it is
 * @param type type I, II or III
 * @param currency ISO 4217
 * @param branch branch that keeps it
 * @param status whether it can be used
 * @param openedAt when it was opened
 */
public record AccountView(
    UUID id,
    long version,
    String number,
    UUID customerId,
    AccountType type,
    String currency,
    String branch,
    AccountStatus status,
    Instant openedAt)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "account:" + id;
  }
}
