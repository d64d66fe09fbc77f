package com.heyi.relationship;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * More than a threshold has come to a customer or gone from him on a day.
 *
 * @param id the alert
 * @param customerId the customer, who a merged record has turned out to be
 * @param customerNumber the number by which people name him
 * @param customerName his name
 * @param manager account of who looks after him, or null
 * @param direction whether it came or went
 * @param day the bank's day
 * @param amount all of the day in that direction, less what was taken back
 * @param movements how many movements that were
 * @param threshold from which amount on the manager is alerted, when it was opened
 * @param tier code of his tier then, or null
 * @param status what has become of it
 * @param openedAt when it was opened
 * @param seenAt when it was looked at, or null
 * @param seenBy by whom, or null
 * @param handledAt when it was handled, or null
 * @param handledBy by whom, or null
 * @param outcome what was done, or null
 * @param version version of the record
 */
public record AlertView(
    UUID id,
    UUID customerId,
    String customerNumber,
    String customerName,
    String manager,
    FlowDirection direction,
    LocalDate day,
    Money amount,
    long movements,
    Money threshold,
    String tier,
    AlertStatus status,
    Instant openedAt,
    Instant seenAt,
    String seenBy,
    Instant handledAt,
    String handledBy,
    String outcome,
    long version)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "alert:" + id;
  }
}
