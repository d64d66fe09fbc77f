package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Brings an order a step further.
 *
 * @param orderId which order
 * @param version the version of the order that the caller has seen
 */
public record AdvanceOrder(@NotNull UUID orderId, @NotNull Long version) implements Targeted {
  @Override
  public String auditTarget() {
    return "order:" + orderId;
  }
}
