package com.heyi.relationship;

import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Says what came of a follow-up.
 *
 * @param followUpId the follow-up
 * @param expectedVersion its version as the caller saw it
 * @param outcome what came of it
 * @param note more about it; may be null but for {@link FollowUpOutcome#OTHER} and for alerts,
 *     which are handled by it
 */
public record FinishFollowUp(
    @NotNull UUID followUpId,
    long expectedVersion,
    @NotNull FollowUpOutcome outcome,
    @Personal @Size(max = 500) String note)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "follow_up:" + followUpId;
  }
}
