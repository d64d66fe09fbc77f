package com.heyi.promotions;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * A customer has done a task.
 *
 * @param customerId who
 * @param task code of the task, of kind {@link TaskKind#ACTION}
 * @param reference what it was done by, such as the number of a survey; each earns once
 */
public record CompleteTask(
    @NotNull UUID customerId,
    @NotBlank @Size(max = 40) String task,
    @NotBlank @Size(max = 80) String reference)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
