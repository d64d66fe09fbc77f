package com.heyi.accounts;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Links the id by which an old app knows a customer.
 *
 * @param customerId the customer
 * @param expectedVersion version of the customer that the caller saw
 * @param app code of the app
 * @param externalId the customer's id there, 1 to 100 characters
 */
public record LinkIdentity(
    @NotNull UUID customerId,
    long expectedVersion,
    @NotBlank @Size(max = 20) String app,
    @NotBlank @Size(max = 100) String externalId)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
