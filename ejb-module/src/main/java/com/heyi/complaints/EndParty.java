package com.heyi.complaints;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Ends that somebody speaks for the complainant.
 *
 * @param complaintId the complaint
 * @param partyId who spoke for him, as he was named
 */
public record EndParty(@NotNull UUID complaintId, @NotNull UUID partyId) implements Targeted {
  @Override
  public String auditTarget() {
    return "complaint:" + complaintId;
  }
}
