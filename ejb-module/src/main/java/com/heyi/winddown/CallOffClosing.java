package com.heyi.winddown;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Gives up the end of an app; it takes new customers again.
 *
 * @param planId the plan
 * @param expectedVersion its version as the caller saw it
 * @param reason why
 */
public record CallOffClosing(
    @NotNull UUID planId, long expectedVersion, @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "plan:" + planId;
  }
}
