package com.heyi.learning;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Says that a complaint does not belong to a problem after all.
 *
 * @param problemId the problem
 * @param complaintId the complaint
 * @param reason why
 */
public record PartCase(
    @NotNull UUID problemId, @NotNull UUID complaintId, @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "problem:" + problemId;
  }
}
