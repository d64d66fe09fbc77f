package com.heyi.mall;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Points;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Gives points to a customer.
 *
 * @param customerId who gets them
 * @param points how many, 1 to {@link #MOST}
 * @param reason why, as the customer will read it
 * @param expiresOn last day on which they can be used, or null for the rule set by {@code
 *     heyi.mall.points.valid-months}
 */
public record GrantPoints(
    @NotNull UUID customerId,
    @NotNull Points points,
    @NotBlank @Size(max = 500) String reason,
    LocalDate expiresOn)
    implements Targeted, Reasoned {
  /** The most points of one grant; far beyond any use, and far from where a bigint ends. */
  public static final long MOST = 1_000_000_000_000L;

  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
