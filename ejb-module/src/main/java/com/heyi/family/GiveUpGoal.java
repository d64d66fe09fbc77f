package com.heyi.family;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Gives a goal up.
 *
 * @param householdId the household
 * @param goalId the goal
 * @param expectedVersion version of it that the sender has seen
 * @param memberId who gives it up: the child or a guardian
 */
public record GiveUpGoal(
    @NotNull UUID householdId, @NotNull UUID goalId, long expectedVersion, @NotNull UUID memberId)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "household:" + householdId;
  }
}
