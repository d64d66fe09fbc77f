package com.heyi.relationship;

import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Says what was done about an alert.
 *
 * @param alertId the alert
 * @param expectedVersion its version as the caller saw it
 * @param outcome what was done, or why nothing was
 */
public record HandleAlert(
    @NotNull UUID alertId,
    long expectedVersion,
    @Personal @NotBlank @Size(max = 500) String outcome)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "alert:" + alertId;
  }
}
