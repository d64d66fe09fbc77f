package com.heyi.accounts;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;

/**
 * Opens an account in CNY.
 *
 * @param customerId whose it will be
 * @param expectedVersion version of the customer that the caller saw
 * @param type type I, II or III
 * @param branch branch that will keep it: a letter and four digits; null for the customer's home
 *     branch
 */
public record OpenAccount(
    @NotNull UUID customerId,
    long expectedVersion,
    @NotNull AccountType type,
    @Pattern(regexp = "[A-Z][0-9]{4}") String branch)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
