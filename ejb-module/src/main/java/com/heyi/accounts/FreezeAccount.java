package com.heyi.accounts;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Stops payments out of an account; money may still come in.
 *
 * @param accountId the account
 * @param expectedVersion version of it that the caller saw
 * @param reason why
 */
public record FreezeAccount(
    @NotNull UUID accountId, long expectedVersion, @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "account:" + accountId;
  }
}
