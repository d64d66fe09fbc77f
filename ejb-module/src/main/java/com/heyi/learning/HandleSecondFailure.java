package com.heyi.learning;

import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Says what was done about a second failure.
 *
 * @param secondFailureId the alarm
 * @param expectedVersion version of it that the sender has seen
 * @param handling what was done
 */
public record HandleSecondFailure(
    @NotNull UUID secondFailureId,
    long expectedVersion,
    @Personal @NotBlank @Size(max = 2000) String handling)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "second_failure:" + secondFailureId;
  }
}
