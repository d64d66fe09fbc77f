package com.heyi.accounts;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Closes an account for good. Nothing may be left in it.
 *
 * @param accountId the account
 * @param expectedVersion version of it that the caller saw
 * @param reason why
 */
public record CloseAccount(
    @NotNull UUID accountId, long expectedVersion, @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "account:" + accountId;
  }
}
