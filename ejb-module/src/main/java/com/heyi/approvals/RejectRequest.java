package com.heyi.approvals;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import com.heyi.shared.facade.WithoutIdentifiers;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Rejects a request.
 *
 * @param id which request
 * @param version the version that the caller has seen
 * @param reason why, for its maker
 */
public record RejectRequest(
    @NotNull UUID id, long version, @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  /** Numbers that name a customer are masked at once: the reason outlives what it is about. */
  public RejectRequest {
    reason = WithoutIdentifiers.of(reason);
  }

  @Override
  public String auditTarget() {
    return "approval:" + id;
  }
}
