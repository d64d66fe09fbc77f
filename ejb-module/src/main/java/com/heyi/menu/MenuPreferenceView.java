package com.heyi.menu;

import com.heyi.shared.facade.Targeted;
import java.util.List;
import java.util.UUID;

/**
 * How a customer wants his menu.
 *
 * @param customerId the customer
 * @param version its version, 0 while he has said nothing, 1 when he has said it first
 * @param leftHanded whether he reaches it with the left hand
 * @param largeText whether he wants larger letters
 * @param language tag of the language in which he is spoken to, here as in messages
 * @param pins codes of functions that always come first, in this order
 * @param hides codes of functions that are never shown
 */
public record MenuPreferenceView(
    UUID customerId,
    int version,
    boolean leftHanded,
    boolean largeText,
    String language,
    List<String> pins,
    List<String> hides)
    implements Targeted {
  public MenuPreferenceView {
    pins = List.copyOf(pins);
    hides = List.copyOf(hides);
  }

  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
