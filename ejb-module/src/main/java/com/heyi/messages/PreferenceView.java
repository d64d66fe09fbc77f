package com.heyi.messages;

import com.heyi.shared.facade.Targeted;
import java.util.UUID;

/**
 * How a customer wants to be told.
 *
 * @param customerId the customer
 * @param version its version, 0 while he has said nothing
 * @param language tag of his language
 * @param channel the way he prefers, or null for none in particular
 * @param email his e-mail address, or null
 */
public record PreferenceView(
    UUID customerId, int version, String language, MessageChannel channel, String email)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
