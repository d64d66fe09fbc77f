package com.heyi.accounts;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Makes an account one of type I. Number, money and statement stay.
 *
 * @param accountId the account, of type II or III
 * @param expectedVersion version of it that the caller saw
 */
public record UpgradeAccount(@NotNull UUID accountId, long expectedVersion) implements Targeted {
  @Override
  public String auditTarget() {
    return "account:" + accountId;
  }
}
