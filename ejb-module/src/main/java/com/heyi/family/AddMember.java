package com.heyi.family;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Takes somebody into a household.
 *
 * @param householdId the household
 * @param expectedVersion version of it that the sender has seen
 * @param guardianId the customer who decides this, a guardian of the household
 * @param customerId who joins
 * @param role as what
 */
public record AddMember(
    @NotNull UUID householdId,
    long expectedVersion,
    @NotNull UUID guardianId,
    @NotNull UUID customerId,
    @NotNull MemberRole role)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "household:" + householdId;
  }
}
