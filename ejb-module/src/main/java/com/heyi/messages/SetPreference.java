package com.heyi.messages;

import com.heyi.shared.facade.Mask;
import com.heyi.shared.facade.Personal;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Says how a customer wants to be told.
 *
 * @param customerId the customer
 * @param expectedVersion the version that was seen, 0 for none
 * @param language {@code zh-CN}, {@code zh-TW} or {@code en}
 * @param channel the way he prefers, or null for none in particular
 * @param email his e-mail address, or null; needed for e-mail; as {@link PreferenceView} shows it,
 *     it stays what it was
 */
public record SetPreference(
    @NotNull UUID customerId,
    int expectedVersion,
    @NotNull @Pattern(regexp = "zh-CN|zh-TW|en") String language,
    MessageChannel channel,
    @Personal(Mask.LAST_FOUR) @Email @Size(max = 254) String email)
    implements Targeted {
  public SetPreference {
    email = email == null || email.isBlank() ? null : email.strip();
  }

  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
