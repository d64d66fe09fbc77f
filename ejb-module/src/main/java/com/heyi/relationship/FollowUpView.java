package com.heyi.relationship;

import com.heyi.shared.facade.Targeted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A customer whom somebody should speak to, and why.
 *
 * @param id the follow-up
 * @param customerId the customer, who a merged record has turned out to be
 * @param customerNumber the number by which people name him
 * @param customerName his name
 * @param reason why
 * @param manager account of who looks after him, or null
 * @param status what has become of it
 * @param openedAt when the reason came to hold, the last time
 * @param dueOn last day on which speaking to him is in time
 * @param overdue whether that day is over and nobody has said what came of it
 * @param claimedBy who has taken it on, or null
 * @param claimedAt when, or null
 * @param closedAt when it was done or lapsed, or null
 * @param version version of the record
 */
public record FollowUpView(
    UUID id,
    UUID customerId,
    String customerNumber,
    String customerName,
    FollowUpReason reason,
    String manager,
    FollowUpStatus status,
    Instant openedAt,
    LocalDate dueOn,
    boolean overdue,
    String claimedBy,
    Instant claimedAt,
    Instant closedAt,
    long version)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "follow_up:" + id;
  }
}
