package com.heyi.messages;

import java.util.Objects;
import java.util.UUID;

/**
 * To whom a message goes. His address is looked up when it is sent, never stored with the message.
 *
 * @param kind which address book knows him
 * @param id by which that book knows him
 * @param customerId the customer whom it concerns and with whom it is erased, or null
 */
public record Recipient(String kind, UUID id, UUID customerId) {
  /** The address book of customers: the register and their preferences. */
  public static final String CUSTOMER = "customer";

  public Recipient {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(id);
  }

  /** The customer, when the message goes to himself; null for everybody else. */
  public UUID customerHimself() {
    return kind.equals(CUSTOMER) ? id : null;
  }

  public static Recipient customer(UUID customerId) {
    return new Recipient(CUSTOMER, customerId, customerId);
  }
}
