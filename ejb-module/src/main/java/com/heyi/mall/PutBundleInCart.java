package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Puts all items of a bundle into a customer's cart, beside what is there.
 *
 * @param customerId whose cart
 * @param bundle code of the bundle
 * @param times how many of it, 1 to 1,000
 */
public record PutBundleInCart(
    @NotNull UUID customerId,
    @NotBlank @Size(max = 40) String bundle,
    @Min(1) @Max(1000) long times)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
