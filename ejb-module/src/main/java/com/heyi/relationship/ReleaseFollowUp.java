package com.heyi.relationship;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Gives back a follow-up that was taken on, for somebody else to take on.
 *
 * @param followUpId the follow-up
 * @param expectedVersion its version as the caller saw it
 */
public record ReleaseFollowUp(@NotNull UUID followUpId, long expectedVersion) implements Targeted {
  @Override
  public String auditTarget() {
    return "follow_up:" + followUpId;
  }
}
