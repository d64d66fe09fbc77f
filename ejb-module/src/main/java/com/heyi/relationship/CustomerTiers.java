package com.heyi.relationship;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells other modules the tiers of customers as they are today, inside their transactions. It
 * checks no role and leaves no audit row, for the facade that asks does so; therefore the edges may
 * not use it.
 */
public interface CustomerTiers {

  /**
   * A tier.
   *
   * @param code by which it is named
   * @param rank 0 for the lowest
   */
  record Tier(String code, int rank) {}

  /** The tier that a customer has today; empty while he was not placed yet. */
  default Optional<Tier> tierOf(UUID customerId) {
    return Optional.ofNullable(tiersOf(List.of(customerId)).get(customerId));
  }

  /** The tiers that these customers have today, by customer; who was not placed yet is left out. */
  Map<UUID, Tier> tiersOf(Collection<UUID> customerIds);
}
