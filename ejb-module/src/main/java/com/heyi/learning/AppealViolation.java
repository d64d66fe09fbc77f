package com.heyi.learning;

import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Appeals against points.
 *
 * @param violationId the violation
 * @param expectedVersion version of it that the sender has seen
 * @param grounds why they are wrong
 */
public record AppealViolation(
    @NotNull UUID violationId,
    long expectedVersion,
    @Personal @NotBlank @Size(max = 4000) String grounds)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "violation:" + violationId;
  }
}
