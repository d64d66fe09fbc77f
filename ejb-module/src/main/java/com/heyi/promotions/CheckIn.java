package com.heyi.promotions;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * A customer looks in.
 *
 * @param customerId who
 * @param task code of the task
 */
public record CheckIn(@NotNull UUID customerId, @NotBlank @Size(max = 40) String task)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
