package com.heyi.menu;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * Says how a customer wants his menu.
 *
 * @param customerId the customer
 * @param expectedVersion the version that was seen, 0 for none
 * @param leftHanded whether he reaches it with the left hand
 * @param largeText whether he wants larger letters
 * @param language {@code zh-CN}, {@code zh-TW} or {@code en}, for messages too; null leaves it
 * @param pins codes of functions that always come first, in this order, at most 20
 * @param hides codes of functions that are never shown, at most 50
 */
public record SetMenuPreference(
    @NotNull UUID customerId,
    int expectedVersion,
    boolean leftHanded,
    boolean largeText,
    @Pattern(regexp = "zh-CN|zh-TW|en") String language,
    @NotNull @Size(max = 20) List<@NotNull String> pins,
    @NotNull @Size(max = 50) List<@NotNull String> hides)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
