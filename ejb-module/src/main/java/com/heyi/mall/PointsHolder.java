package com.heyi.mall;

import java.util.UUID;

/**
 * A customer behind the points that were outstanding on a day.
 *
 * @param customerId the customer
 * @param customerNumber the number by which people name him, or null when the register knows none
 * @param customerName his name, or null
 * @param outstanding his points at the end of the day: usable, held and locked
 */
public record PointsHolder(
    UUID customerId, String customerNumber, String customerName, long outstanding) {

  /** The same as the register knows him. */
  public PointsHolder named(String number, String name) {
    return new PointsHolder(customerId, number, name, outstanding);
  }
}
