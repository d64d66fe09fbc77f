package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * Sets aside points and pieces for all that is in a customer's cart.
 *
 * @param customerId whose cart
 * @param coupons codes of what is to take something off the price; none when null
 * @param pay how he pays what it costs in money; null when it costs points only
 */
public record CheckOut(
    @NotNull UUID customerId,
    @Size(max = 20) List<@NotBlank @Size(max = 60) String> coupons,
    @Valid PayCash pay)
    implements Targeted {

  public CheckOut {
    coupons = coupons == null ? List.of() : List.copyOf(coupons);
  }

  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
