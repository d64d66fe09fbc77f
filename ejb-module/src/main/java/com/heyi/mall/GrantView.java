package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Points;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Points just granted.
 *
 * @param entryId the ledger entry
 * @param lotId the lot they are in
 * @param customerId who got them
 * @param points how many
 * @param expiresOn last day on which they can be used; null when they never expire
 * @param balance the customer's points in all lots afterwards
 */
public record GrantView(
    UUID entryId, UUID lotId, UUID customerId, Points points, LocalDate expiresOn, Points balance)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
