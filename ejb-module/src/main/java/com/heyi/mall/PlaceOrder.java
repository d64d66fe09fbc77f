package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * Redeems points for goods, at today's prices.
 *
 * @param customerId whose points
 * @param lines what for; at least one
 * @param pay how he pays what it costs in money; null when it costs points only
 */
public record PlaceOrder(
    @NotNull UUID customerId,
    @NotNull @Size(max = 500) List<@NotNull @Valid Line> lines,
    @Valid PayCash pay)
    implements Targeted {

  /**
   * One line.
   *
   * @param sku the item's code in the catalogue
   * @param quantity pieces, 1 to 1,000,000
   */
  public record Line(@NotBlank @Size(max = 40) String sku, @Min(1) @Max(1_000_000) long quantity) {}

  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
