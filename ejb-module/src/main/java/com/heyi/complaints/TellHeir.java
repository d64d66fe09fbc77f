package com.heyi.complaints;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Tells an heir from now on what the complainant was told.
 *
 * @param complaintId the complaint
 * @param partyId the heir, as he was named
 */
public record TellHeir(@NotNull UUID complaintId, @NotNull UUID partyId) implements Targeted {
  @Override
  public String auditTarget() {
    return "complaint:" + complaintId;
  }
}
