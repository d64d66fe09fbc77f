package com.heyi.learning;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Says which root cause a complaint has.
 *
 * @param complaintId the complaint
 * @param cause code of the cause
 */
public record SetCaseCause(@NotNull UUID complaintId, @NotBlank String cause) implements Targeted {
  @Override
  public String auditTarget() {
    return "complaint:" + complaintId;
  }
}
