package com.heyi.learning;

import com.heyi.complaints.WinBackOutcome;
import com.heyi.shared.facade.Targeted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A customer to be won back.
 *
 * @param id the task
 * @param complaintId the complaint
 * @param complaint its number
 * @param customerId the customer
 * @param owner account name of who is to do it
 * @param dueOn the last day
 * @param overdue whether it is open and that day has passed
 * @param plan what is to be done
 * @param plannedBy who asked for it
 * @param plannedAt when
 * @param outcome what came of it, or null while it is open
 * @param result what was done and said, or null
 * @param doneBy who did it, or null
 * @param doneAt when, or null
 * @param againAt when the customer complained again within 90 days, or null
 * @param version for the next change
 */
public record WinBackView(
    UUID id,
    UUID complaintId,
    String complaint,
    UUID customerId,
    String owner,
    LocalDate dueOn,
    boolean overdue,
    String plan,
    String plannedBy,
    Instant plannedAt,
    WinBackOutcome outcome,
    String result,
    String doneBy,
    Instant doneAt,
    Instant againAt,
    int version)
    implements Targeted {
  /** Whether he was won back: he stays, and has not complained again. */
  public boolean won() {
    return outcome == WinBackOutcome.STAYS && againAt == null;
  }

  @Override
  public String auditTarget() {
    return "win_back:" + id;
  }
}
