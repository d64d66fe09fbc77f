package com.heyi.complaints;

import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;

/**
 * Notes that the complainant was promised a call.
 *
 * @param complaintId the complaint
 * @param callAt when he is to be called, still to come
 * @param branch code of the branch that calls, or null for head office
 * @param owner account name of who calls, or null for whoever is in charge of the case then
 * @param about what he is to be told or asked, or null
 */
public record PromiseCall(
    @NotNull UUID complaintId,
    @NotNull Instant callAt,
    @Pattern(regexp = "[A-Za-z0-9-]{1,20}") String branch,
    @Size(max = 200) String owner,
    @Personal @Size(max = 2000) String about)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "complaint:" + complaintId;
  }
}
