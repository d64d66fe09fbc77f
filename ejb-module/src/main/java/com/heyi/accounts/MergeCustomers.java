package com.heyi.accounts;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Says that a customer is another one.
 *
 * @param customerId who from now on points to the other
 * @param expectedVersion his version as the caller saw it
 * @param intoId who he is
 * @param reason why they are one person
 */
public record MergeCustomers(
    @NotNull UUID customerId,
    long expectedVersion,
    @NotNull UUID intoId,
    @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
