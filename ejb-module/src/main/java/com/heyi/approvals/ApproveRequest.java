package com.heyi.approvals;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Approves a request.
 *
 * @param id which request
 * @param version the version that the caller has seen
 */
public record ApproveRequest(@NotNull UUID id, long version) implements Targeted {
  @Override
  public String auditTarget() {
    return "approval:" + id;
  }
}
