package com.heyi.family;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Money;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Sets how much a child may pay. Money between the child and its own accounts does not count.
 *
 * @param householdId the household
 * @param guardianId the customer who decides this, a guardian of the household
 * @param childId the child
 * @param perPayment the most at once, in CNY
 * @param perDay the most in a day of the bank, in CNY, not less than that
 */
public record SetSpendingLimit(
    @NotNull UUID householdId,
    @NotNull UUID guardianId,
    @NotNull UUID childId,
    @NotNull Money perPayment,
    @NotNull Money perDay)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "household:" + householdId;
  }
}
