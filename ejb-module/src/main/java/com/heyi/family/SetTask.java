package com.heyi.family;

import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Asks something of a child for a reward.
 *
 * @param householdId the household
 * @param guardianId the customer who decides this, a guardian of the household
 * @param childId the child
 * @param title what is to be done
 * @param reward what it brings, in CNY
 * @param fromAccount an account of the guardian
 * @param toAccount an account of the child
 */
public record SetTask(
    @NotNull UUID householdId,
    @NotNull UUID guardianId,
    @NotNull UUID childId,
    @Personal @NotBlank @Size(max = 100) String title,
    @NotNull Money reward,
    @NotNull UUID fromAccount,
    @NotNull UUID toAccount)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "household:" + householdId;
  }
}
