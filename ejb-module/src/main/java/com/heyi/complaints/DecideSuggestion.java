package com.heyi.complaints;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Accepts or turns down what is suggested for a complaint. Accepting a product or an issue writes
 * it into the case; a cause is written by the analysis, a complexity when the case is accepted.
 *
 * @param complaintId the complaint
 * @param expectedVersion the version that was seen
 * @param target for what
 * @param accepted whether it is right
 */
public record DecideSuggestion(
    @NotNull UUID complaintId, int expectedVersion, @NotNull TriageTarget target, boolean accepted)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "complaint:" + complaintId;
  }
}
