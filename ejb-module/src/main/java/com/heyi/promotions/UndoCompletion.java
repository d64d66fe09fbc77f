package com.heyi.promotions;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Takes back what a task earned, because what it was done by was undone.
 *
 * @param completionId what
 * @param reason why
 */
public record UndoCompletion(@NotNull UUID completionId, @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "completion:" + completionId;
  }
}
