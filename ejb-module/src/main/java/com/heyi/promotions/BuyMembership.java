package com.heyi.promotions;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * A customer buys a level, or renews it: then it begins when the one that he has ends.
 *
 * @param customerId who
 * @param level code of the level
 */
public record BuyMembership(@NotNull UUID customerId, @NotBlank @Size(max = 40) String level)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
