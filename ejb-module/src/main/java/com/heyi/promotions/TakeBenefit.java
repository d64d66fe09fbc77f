package com.heyi.promotions;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * A customer takes a benefit.
 *
 * @param customerId who
 * @param benefit code of the benefit
 */
public record TakeBenefit(@NotNull UUID customerId, @NotBlank @Size(max = 40) String benefit)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
