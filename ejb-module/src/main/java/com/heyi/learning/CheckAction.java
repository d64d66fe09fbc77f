package com.heyi.learning;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Looks whether an action helped, once its months have passed.
 *
 * @param actionId the action
 * @param expectedVersion version of it that the sender has seen
 */
public record CheckAction(@NotNull UUID actionId, long expectedVersion) implements Targeted {
  @Override
  public String auditTarget() {
    return "action:" + actionId;
  }
}
