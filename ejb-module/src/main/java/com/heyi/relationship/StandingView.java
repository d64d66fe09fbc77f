package com.heyi.relationship;

import com.heyi.shared.facade.Targeted;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Where a customer stands.
 *
 * @param customerId the customer
 * @param customerNumber the number by which people name him
 * @param customerName his name
 * @param tier code of the tier that he has today
 * @param since from which day on
 * @param earned code of the tier that his figures reach
 * @param graceUntil last day on which he keeps a tier that he no longer reaches, or null
 * @param handUntil last day of a tier set by hand, or null
 * @param handReason why it was set by hand, or null
 * @param figures what was looked at last
 * @param next code of the next tier, or null in the highest
 * @param nextPercent how much of the next tier he has reached, 0 to 100; 100 when there is none
 * @param missing what he lacks for the next tier, or null in the highest
 * @param rulesFrom first day of the rules that decided
 * @param evaluatedFor the day for which he was placed, by all that was booked before it
 * @param version version of the record
 */
public record StandingView(
    UUID customerId,
    String customerNumber,
    String customerName,
    String tier,
    LocalDate since,
    String earned,
    LocalDate graceUntil,
    LocalDate handUntil,
    String handReason,
    TierFigures figures,
    String next,
    int nextPercent,
    TierMissing missing,
    LocalDate rulesFrom,
    LocalDate evaluatedFor,
    long version)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
