package com.heyi.relationship;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Takes a follow-up on.
 *
 * @param followUpId the follow-up
 * @param expectedVersion its version as the caller saw it
 */
public record ClaimFollowUp(@NotNull UUID followUpId, long expectedVersion) implements Targeted {
  @Override
  public String auditTarget() {
    return "follow_up:" + followUpId;
  }
}
