package com.heyi.promotions;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * Asks what a cart would cost, and why.
 *
 * @param customerId whose
 * @param lines what is bought; his cart when null or none
 * @param coupons codes of coupons; all that he has when null or none
 * @param at the moment, now when null. Offers and the days of coupons are looked at as at that
 *     moment; ordinary prices, bundles, the customer's tier, his coupons and budgets as they are
 *     now
 */
public record SimulatePrice(
    @NotNull UUID customerId,
    @Size(max = 500) List<@NotNull @Valid Line> lines,
    @Size(max = 20) List<@NotBlank @Size(max = 60) String> coupons,
    Instant at)
    implements Targeted {

  public SimulatePrice {
    // Not List.copyOf: an absent element is told by validation, not by an exception from here.
    lines = lines == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(lines));
    coupons = coupons == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(coupons));
  }

  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }

  /**
   * @param sku code of the item
   * @param quantity pieces
   */
  public record Line(@NotBlank @Size(max = 40) String sku, @Min(1) @Max(1_000_000) long quantity) {}
}
