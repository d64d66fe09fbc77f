package com.heyi.learning;

import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Decides an appeal.
 *
 * @param violationId the violation
 * @param expectedVersion version of it that the sender has seen
 * @param upheld whether the points stand
 * @param decision why
 */
public record DecideAppeal(
    @NotNull UUID violationId,
    long expectedVersion,
    boolean upheld,
    @Personal @NotBlank @Size(max = 2000) String decision)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "violation:" + violationId;
  }
}
