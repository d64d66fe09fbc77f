package com.heyi.mall;

import java.util.Optional;
import java.util.UUID;

/**
 * Knows of which tier a customer is. Whoever keeps tiers implements it; while nobody does, ordinary
 * prices hold for all.
 */
public interface CustomerTiers {

  /**
   * The tier of a customer at this moment, by the code under which prices name it.
   *
   * @return empty when he has none: then the ordinary prices are his
   */
  Optional<String> tierOf(UUID customerId);
}
