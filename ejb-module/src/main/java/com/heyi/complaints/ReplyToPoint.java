package com.heyi.complaints;

import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Says what the answer says to a point.
 *
 * @param complaintId the complaint
 * @param pointId the point
 * @param expectedVersion version of it that the sender has seen
 * @param reply what
 */
public record ReplyToPoint(
    @NotNull UUID complaintId,
    @NotNull UUID pointId,
    long expectedVersion,
    @Personal @NotBlank @Size(max = 2000) String reply)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "complaint:" + complaintId;
  }
}
