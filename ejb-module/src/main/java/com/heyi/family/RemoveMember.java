package com.heyi.family;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Lets somebody go from a household; what runs for a child ends with it.
 *
 * @param householdId the household
 * @param expectedVersion version of it that the sender has seen
 * @param guardianId the customer who decides this, a guardian of the household
 * @param customerId who leaves
 */
public record RemoveMember(
    @NotNull UUID householdId,
    long expectedVersion,
    @NotNull UUID guardianId,
    @NotNull UUID customerId)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "household:" + householdId;
  }
}
