package com.heyi.accounts;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Says that a merged customer is a person of his own after all.
 *
 * @param customerId the merged customer
 * @param expectedVersion his version as the caller saw it
 * @param reason why
 */
public record UnmergeCustomer(
    @NotNull UUID customerId, long expectedVersion, @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
