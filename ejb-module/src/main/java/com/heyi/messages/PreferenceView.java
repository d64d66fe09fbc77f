package com.heyi.messages;

import com.heyi.shared.facade.Targeted;
import java.util.UUID;

/**
 * How a customer wants to be told.
 *
 * @param customerId the customer
 * @param version its version, 0 while he has said nothing, 1 when he has said it first
 * @param language tag of his language
 * @param channel the way he prefers, or null for none in particular
 * @param email his e-mail address, masked, or null; given back as it is, it stays what it was
 */
public record PreferenceView(
    UUID customerId, int version, String language, MessageChannel channel, String email)
    implements Targeted {
  private static final String STARS = "***";

  /** With the address masked. */
  public static PreferenceView of(
      UUID customerId, int version, String language, MessageChannel channel, String email) {
    return new PreferenceView(customerId, version, language, channel, masked(email));
  }

  /** Its first character and its domain, which is enough to recognise a mistake. */
  public static String masked(String email) {
    return email == null
        ? null
        : email.substring(0, 1) + STARS + email.substring(Math.max(1, email.lastIndexOf('@')));
  }

  /** Whether this is no address, but what was shown of one. */
  public static boolean isMasked(String email) {
    return email != null && email.startsWith(STARS, 1);
  }

  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
