package com.heyi.complaints.reports;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;

/**
 * Submits a return as it was frozen.
 *
 * @param returnId the return
 * @param sha256 hash of the figures that were looked at
 */
public record SubmitReturn(
    @NotNull UUID returnId, @NotNull @Pattern(regexp = "[0-9a-f]{64}") String sha256)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "return:" + returnId;
  }
}
