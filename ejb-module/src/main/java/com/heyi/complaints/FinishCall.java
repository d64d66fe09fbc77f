package com.heyi.complaints;

import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;

/**
 * Says what came of a call that was promised.
 *
 * @param complaintId the complaint
 * @param taskId the call
 * @param outcome whether he was reached
 * @param words what was said, or why nobody was reached
 * @param againAt when he is tried again, still to come; null when he was reached or is not tried
 *     again
 */
public record FinishCall(
    @NotNull UUID complaintId,
    @NotNull UUID taskId,
    @NotNull CallOutcome outcome,
    @Personal @NotBlank @Size(max = 4000) String words,
    Instant againAt)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "complaint:" + complaintId;
  }
}
