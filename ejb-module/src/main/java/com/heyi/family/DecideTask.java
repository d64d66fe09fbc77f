package com.heyi.family;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * A guardian decides on a task.
 *
 * @param householdId the household
 * @param taskId the task
 * @param expectedVersion version of it that the sender has seen
 * @param guardianId the customer who decides this, a guardian of the household
 * @param decision what he decides
 */
public record DecideTask(
    @NotNull UUID householdId,
    @NotNull UUID taskId,
    long expectedVersion,
    @NotNull UUID guardianId,
    @NotNull TaskDecision decision)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "household:" + householdId;
  }
}
