package com.heyi.learning;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Gives an action up.
 *
 * @param actionId the action
 * @param expectedVersion version of it that the sender has seen
 * @param reason why
 */
public record DropAction(
    @NotNull UUID actionId, long expectedVersion, @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "action:" + actionId;
  }
}
