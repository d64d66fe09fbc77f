package com.heyi.approvals;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
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
  @Override
  public String auditTarget() {
    return "approval:" + id;
  }
}
