package com.heyi.learning;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Says that an action is done.
 *
 * @param actionId the action
 * @param expectedVersion version of it that the sender has seen
 * @param evidence what shows it
 */
public record CompleteAction(
    @NotNull UUID actionId, long expectedVersion, @NotBlank @Size(max = 4000) String evidence)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "action:" + actionId;
  }
}
