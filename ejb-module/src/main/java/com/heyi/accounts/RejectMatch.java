package com.heyi.accounts;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Says that two customers who look alike are two persons.
 *
 * @param matchId the suggestion
 * @param expectedVersion its version as the caller saw it
 * @param reason why
 */
public record RejectMatch(
    @NotNull UUID matchId, long expectedVersion, @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "match:" + matchId;
  }
}
