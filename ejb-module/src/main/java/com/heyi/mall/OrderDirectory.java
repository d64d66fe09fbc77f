package com.heyi.mall;

import com.heyi.shared.value.Points;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds orders for other modules, inside their transactions. It checks no role and leaves no audit
 * row, for the facade that asks does so; therefore the edges may not use it.
 */
public interface OrderDirectory {

  /** The order with this id. */
  Optional<OrderRef> find(UUID orderId);

  /**
   * What other modules need to know of an order.
   *
   * @param id the order
   * @param number by which people name it
   * @param customerId whose
   * @param total points it cost
   * @param nothingLeft whether every piece of it was cancelled or came back
   */
  record OrderRef(UUID id, String number, UUID customerId, Points total, boolean nothingLeft) {}
}
