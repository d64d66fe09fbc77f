package com.heyi.mall;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Points;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Sets a customer's points aside, so that nobody else can use them.
 *
 * @param customerId whose points
 * @param points how many, at least 1
 * @param minutes for how long, 1 to {@code heyi.mall.hold.longest-minutes}; a length and not a
 *     moment, so that a retry says the same
 * @param reason what for, as the customer will read it
 */
public record HoldPoints(
    @NotNull UUID customerId,
    @NotNull Points points,
    @Min(1) @Max(1_000_000) int minutes,
    @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
