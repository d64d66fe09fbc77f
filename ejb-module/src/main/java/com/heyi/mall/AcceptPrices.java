package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Points;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * The customer agrees to today's prices of what is in his cart.
 *
 * @param customerId whose cart
 * @param total what he was told that all of it costs
 */
public record AcceptPrices(@NotNull UUID customerId, @NotNull Points total) implements Targeted {
  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
