package com.heyi.complaints;

import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Takes down one thing that the complainant raises.
 *
 * @param complaintId the complaint
 * @param raised what
 */
public record RaisePoint(
    @NotNull UUID complaintId, @Personal @NotBlank @Size(max = 500) String raised)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "complaint:" + complaintId;
  }
}
