package com.heyi.deposits;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Takes back a movement as a whole.
 *
 * @param accountId the account on which it was booked
 * @param movementId the movement
 * @param reason why
 */
public record ReverseMovement(
    @NotNull UUID accountId, @NotNull UUID movementId, @NotBlank @Size(max = 200) String reason)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "account:" + accountId;
  }
}
