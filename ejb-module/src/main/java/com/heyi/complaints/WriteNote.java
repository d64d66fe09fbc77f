package com.heyi.complaints;

import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Notes something about a case for colleagues.
 *
 * @param complaintId the complaint
 * @param words what
 */
public record WriteNote(
    @NotNull UUID complaintId, @Personal @NotBlank @Size(max = 4000) String words)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "complaint:" + complaintId;
  }
}
