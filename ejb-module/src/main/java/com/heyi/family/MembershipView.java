package com.heyi.family;

import com.heyi.shared.facade.Targeted;
import java.util.UUID;

/**
 * Whether a customer belongs to a household.
 *
 * @param customerId the customer
 * @param householdId his household, or null when he belongs to none
 * @param role as what, or null
 */
public record MembershipView(UUID customerId, UUID householdId, MemberRole role)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
