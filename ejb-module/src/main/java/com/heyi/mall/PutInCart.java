package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Says how many pieces of an item are in a customer's cart. A total and not a difference, so that a
 * repeated call changes nothing.
 *
 * @param customerId whose cart
 * @param sku the item's code in the catalogue
 * @param quantity pieces, 0 to 1,000,000; 0 takes the item out
 */
public record PutInCart(
    @NotNull UUID customerId,
    @NotBlank @Size(max = 40) String sku,
    @Min(0) @Max(1_000_000) long quantity)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
