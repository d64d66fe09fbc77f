package com.heyi.family;

import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Sets something for a child to save for.
 *
 * @param householdId the household
 * @param memberId who sets it: the child or a guardian
 * @param childId the child
 * @param accountId the account of the child in which it saves
 * @param title what for
 * @param target how much it takes, in CNY
 */
public record SetGoal(
    @NotNull UUID householdId,
    @NotNull UUID memberId,
    @NotNull UUID childId,
    @NotNull UUID accountId,
    @Personal @NotBlank @Size(max = 100) String title,
    @NotNull Money target)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "household:" + householdId;
  }
}
