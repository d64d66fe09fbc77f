package com.heyi.mall;

import java.util.UUID;

/**
 * Knows who lives together; asked before points go from one customer to another. The module that
 * keeps households implements it, so that the mall need not know it.
 */
public interface Households {

  /**
   * Whether the two are members of one household, and stay so as long as the transaction lasts.
   *
   * @param one a customer
   * @param other another
   */
  boolean share(UUID one, UUID other);
}
