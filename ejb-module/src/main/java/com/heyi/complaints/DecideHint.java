package com.heyi.complaints;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Says whether what product and issue suggest for a complaint is right. Nothing is written into the
 * case: the steps do that. How often people agree is shown with the models.
 *
 * @param complaintId the complaint
 * @param expectedVersion the version that was seen
 * @param hint of what
 * @param accepted whether it is right
 */
public record DecideHint(
    @NotNull UUID complaintId, int expectedVersion, @NotNull TriageHint hint, boolean accepted)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "complaint:" + complaintId;
  }
}
