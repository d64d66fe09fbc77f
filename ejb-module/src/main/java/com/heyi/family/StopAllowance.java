package com.heyi.family;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Stops an allowance; what was paid stays paid.
 *
 * @param householdId the household
 * @param allowanceId the allowance
 * @param expectedVersion version of it that the sender has seen
 * @param guardianId the customer who decides this, a guardian of the household
 */
public record StopAllowance(
    @NotNull UUID householdId,
    @NotNull UUID allowanceId,
    long expectedVersion,
    @NotNull UUID guardianId)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "household:" + householdId;
  }
}
