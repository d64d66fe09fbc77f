package com.heyi.learning;

import com.heyi.shared.facade.Targeted;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What was learned from one complaint.
 *
 * @param complaintId the complaint
 * @param cause code of its root cause, or null
 * @param causeName its name, or null
 * @param causeRetired whether that cause takes no new cases any more
 * @param setBy who said so, or null
 * @param setAt when, or null
 * @param settable whether the caller may say so now
 * @param problems the problems that it belongs to
 */
public record CaseLearning(
    UUID complaintId,
    String cause,
    String causeName,
    boolean causeRetired,
    String setBy,
    Instant setAt,
    boolean settable,
    List<ProblemRow> problems)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "complaint:" + complaintId;
  }
}
