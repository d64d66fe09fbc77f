package com.heyi.learning;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.AccountName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Says a problem anew.
 *
 * @param problemId the problem
 * @param expectedVersion version of it that the sender has seen
 * @param title what it is
 * @param description more about it
 * @param owner account name of who answers for it
 * @param cause code of its root cause, or null
 */
public record ChangeProblem(
    @NotNull UUID problemId,
    long expectedVersion,
    @NotBlank @Size(max = 200) String title,
    @NotBlank @Size(max = 4000) String description,
    @NotBlank @Size(max = 200) String owner,
    String cause)
    implements Targeted {
  public ChangeProblem {
    owner = AccountName.of(owner);
  }

  @Override
  public String auditTarget() {
    return "problem:" + problemId;
  }
}
