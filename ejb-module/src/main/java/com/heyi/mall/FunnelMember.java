package com.heyi.mall;

import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import java.time.Instant;
import java.util.UUID;

/**
 * A customer behind a step of the funnel.
 *
 * @param customerId the customer
 * @param customerNumber the number by which people name him, or null when the register knows none
 * @param customerName his name, or null
 * @param since from when on he is a member
 * @param orders what he ordered in the period
 * @param value points that the orders came to
 * @param cash money that they came to
 */
public record FunnelMember(
    UUID customerId,
    String customerNumber,
    String customerName,
    Instant since,
    long orders,
    Points value,
    Money cash) {

  /** The same as the register knows him. */
  public FunnelMember named(String number, String name) {
    return new FunnelMember(customerId, number, name, since, orders, value, cash);
  }
}
