package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Hands an order to a carrier.
 *
 * @param orderId which order
 * @param version the version of the order that the caller has seen
 * @param carrier who brings it
 * @param trackingNumber the carrier's number for it
 */
public record ShipOrder(
    @NotNull UUID orderId,
    @NotNull Long version,
    @NotBlank @Size(max = 60) String carrier,
    @NotBlank @Size(max = 60) @Pattern(regexp = "[\\p{Alnum} -]*") String trackingNumber)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "order:" + orderId;
  }
}
