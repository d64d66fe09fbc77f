package com.heyi.complaints;

import com.heyi.shared.facade.Mask;
import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Names somebody who speaks for the complainant.
 *
 * @param complaintId the complaint
 * @param role as what
 * @param name his name
 * @param contact where he can be reached, or null
 * @param relation how he stands to the complainant
 * @param document what proves it, such as a power of attorney with its date
 */
public record AddParty(
    @NotNull UUID complaintId,
    @NotNull PartyRole role,
    @Personal(Mask.NAME) @NotBlank @Size(max = 100) String name,
    @Personal @Size(max = 200) String contact,
    @NotBlank @Size(max = 100) String relation,
    @NotBlank @Size(max = 200) String document)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "complaint:" + complaintId;
  }
}
