package com.heyi.learning;

import com.heyi.shared.facade.Targeted;
import java.time.Instant;
import java.util.UUID;

/**
 * A second failure soon after the first.
 *
 * @param id the alarm
 * @param customerId the customer
 * @param firstComplaintId the complaint of the first failure
 * @param firstComplaint its number
 * @param first how the bank failed him first
 * @param firstAt when
 * @param secondComplaintId the complaint of the second
 * @param secondComplaint its number
 * @param second how it failed him again
 * @param secondAt when
 * @param days days between
 * @param raisedAt when the alarm was raised
 * @param handledBy who took care of him, or null
 * @param handledAt when, or null
 * @param handling what was done, or null
 * @param version for the next change
 */
public record SecondFailureView(
    UUID id,
    UUID customerId,
    UUID firstComplaintId,
    String firstComplaint,
    FailureKind first,
    Instant firstAt,
    UUID secondComplaintId,
    String secondComplaint,
    FailureKind second,
    Instant secondAt,
    int days,
    Instant raisedAt,
    String handledBy,
    Instant handledAt,
    String handling,
    int version)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "second_failure:" + id;
  }
}
