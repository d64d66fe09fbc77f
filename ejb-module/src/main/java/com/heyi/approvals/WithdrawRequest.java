package com.heyi.approvals;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import com.heyi.shared.facade.WithoutIdentifiers;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Withdraws a request.
 *
 * @param id which request
 * @param version the version that the caller has seen
 * @param reason why, or null
 */
public record WithdrawRequest(@NotNull UUID id, long version, @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  /** Numbers that name a customer are masked at once: the reason outlives what it is about. */
  public WithdrawRequest {
    reason = WithoutIdentifiers.of(reason);
  }

  @Override
  public String auditTarget() {
    return "approval:" + id;
  }
}
