package com.heyi.privacy;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import com.heyi.shared.facade.WithoutIdentifiers;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Asks for all that is held about a customer.
 *
 * @param customerId whose data
 * @param reason why, for the audit trail; no personal data belong in it
 */
public record ExportPerson(@NotNull UUID customerId, @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  /** Numbers that name him are masked at once: the reason outlives what it is about. */
  public ExportPerson {
    reason = WithoutIdentifiers.of(reason);
  }

  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
