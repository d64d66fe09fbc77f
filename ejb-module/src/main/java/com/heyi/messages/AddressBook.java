package com.heyi.messages;

import java.util.Optional;
import java.util.UUID;

/**
 * Knows where recipients of one kind can be reached who are no customers. Implemented as an
 * application-scoped bean by the module that knows them; asked when a message is sent.
 */
public interface AddressBook {
  /** The kind of recipient, as in {@link Recipient#kind}. */
  String kind();

  /** Where he can be reached now; empty when he is gone or was erased. */
  Optional<Address> find(UUID recipientId);

  /**
   * The customer whom this recipient is himself: then what he prefers holds, the app reaches him,
   * and the register does when what he said cannot be read. Empty for everybody else, even one who
   * acts for a customer.
   */
  default Optional<UUID> customer(UUID recipientId) {
    return Optional.empty();
  }
}
