package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import java.util.UUID;

/**
 * Where a customer's points are. What he earned is known from the postings alone; where it is, from
 * his lots, his holds and the postings: so that the two prove each other.
 *
 * @param customerId whose
 * @param earned granted, corrected and received, less what was taken back and given away
 * @param active in his lots, what has expired but is not written off included
 * @param held set aside
 * @param locked not usable yet
 * @param used spent on what stands
 * @param expired written off, or forfeited by a refund to an expired lot
 */
public record BalanceStates(
    UUID customerId, long earned, long active, long held, long locked, long used, long expired)
    implements Targeted {

  /** Whether everything earned is somewhere, and nothing is anywhere else. */
  public boolean addsUp() {
    return earned == active + held + locked + used + expired;
  }

  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
