package com.heyi.promotions;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Ends a task: today is the last day on which it earns.
 *
 * @param taskId which
 * @param reason why
 */
public record EndTask(@NotNull UUID taskId, @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "task:" + taskId;
  }
}
