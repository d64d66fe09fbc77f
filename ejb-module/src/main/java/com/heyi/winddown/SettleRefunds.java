package com.heyi.winddown;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Says that the refunds of an app have been paid back the way the money came.
 *
 * @param planId the plan
 * @param expectedVersion its version as the caller saw it
 * @param reference of the payment order at the settlement system
 * @param reason why
 */
public record SettleRefunds(
    @NotNull UUID planId,
    long expectedVersion,
    @NotBlank @Size(max = 100) String reference,
    @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "plan:" + planId;
  }
}
