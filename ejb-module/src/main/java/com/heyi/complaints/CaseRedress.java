package com.heyi.complaints;

import com.heyi.shared.facade.Targeted;
import java.util.List;
import java.util.UUID;

/**
 * What was given in a case.
 *
 * @param complaintId the complaint
 * @param version version of the complaint now
 * @param redress all that was given, oldest first
 */
public record CaseRedress(UUID complaintId, int version, List<RedressView> redress)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "complaint:" + complaintId;
  }
}
