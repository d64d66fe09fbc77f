package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An entry with its postings: booked, or as it would be booked.
 *
 * @param entryId the ledger entry; null when it was only tried
 * @param customerId whose points
 * @param kind what it does
 * @param amount points more (positive) or fewer (negative) that he can use
 * @param balanceAfter points in all his lots after it, locked and held ones left out
 * @param effectiveOn the day for which it counts
 * @param postings its legs; they sum to zero
 */
public record Posted(
    UUID entryId,
    UUID customerId,
    EntryKind kind,
    long amount,
    long balanceAfter,
    LocalDate effectiveOn,
    List<Leg> postings)
    implements Targeted {

  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }

  /**
   * A leg.
   *
   * @param account which account
   * @param lotId the lot, or null for the system's accounts
   * @param amount signed points
   * @param expiresOn last day of the lot; null when it never expires or there is none
   */
  public record Leg(LedgerAccount account, UUID lotId, long amount, LocalDate expiresOn) {}
}
