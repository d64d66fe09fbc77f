package com.heyi.learning;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Says that a complaint belongs to a problem.
 *
 * @param problemId the problem
 * @param complaint id or number of the complaint
 */
public record LinkCase(@NotNull UUID problemId, @NotBlank @Size(max = 64) String complaint)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "problem:" + problemId;
  }
}
