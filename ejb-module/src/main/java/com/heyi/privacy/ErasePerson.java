package com.heyi.privacy;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import com.heyi.shared.facade.WithoutIdentifiers;
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
  /** Numbers that name him are masked at once: the reason outlives what it is about. */
  public ErasePerson {
    reason = WithoutIdentifiers.of(reason);
  }

  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
