package com.heyi.relationship;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Says that an alert was looked at.
 *
 * @param alertId the alert
 * @param expectedVersion its version as the caller saw it
 */
public record SeeAlert(@NotNull UUID alertId, long expectedVersion) implements Targeted {
  @Override
  public String auditTarget() {
    return "alert:" + alertId;
  }
}
