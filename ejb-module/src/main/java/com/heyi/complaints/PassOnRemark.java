package com.heyi.complaints;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Passes a remark on to the department whose it is.
 *
 * @param remarkId the remark
 * @param expectedVersion version of it that the sender has seen
 * @param department which
 */
public record PassOnRemark(
    @NotNull UUID remarkId, long expectedVersion, @NotBlank @Size(max = 100) String department)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "remark:" + remarkId;
  }
}
