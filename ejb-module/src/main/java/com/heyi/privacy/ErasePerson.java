package com.heyi.privacy;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Erases who a customer is. It cannot be undone.
 *
 * @param customerId whom
 * @param version version of the customer as the caller saw him
 * @param reason why; no personal data belong in it
 */
public record ErasePerson(
    @NotNull UUID customerId, long version, @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
