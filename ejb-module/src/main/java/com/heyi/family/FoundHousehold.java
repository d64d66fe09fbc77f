package com.heyi.family;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Founds a household with its first guardian.
 *
 * @param guardianId the customer who founds it, of age
 * @param name what the family calls itself
 */
public record FoundHousehold(@NotNull UUID guardianId, @NotBlank @Size(max = 50) String name)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "customer:" + guardianId;
  }
}
