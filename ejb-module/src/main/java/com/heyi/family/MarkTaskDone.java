package com.heyi.family;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * The child says that a task is done.
 *
 * @param householdId the household
 * @param taskId the task
 * @param expectedVersion version of it that the sender has seen
 * @param childId the child
 */
public record MarkTaskDone(
    @NotNull UUID householdId, @NotNull UUID taskId, long expectedVersion, @NotNull UUID childId)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "household:" + householdId;
  }
}
