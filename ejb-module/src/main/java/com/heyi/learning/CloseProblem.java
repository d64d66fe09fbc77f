package com.heyi.learning;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Closes a problem.
 *
 * @param problemId the problem
 * @param expectedVersion version of it that the sender has seen
 * @param reason what came of it
 */
public record CloseProblem(
    @NotNull UUID problemId, long expectedVersion, @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "problem:" + problemId;
  }
}
