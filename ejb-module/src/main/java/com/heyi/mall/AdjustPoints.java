package com.heyi.mall;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Corrects a customer's points by hand.
 *
 * @param customerId whose
 * @param points more (positive) or fewer (negative); not 0, at most {@link GrantPoints#MOST} either
 *     way. Fewer are taken from the lots that expire first
 * @param reason why, as the customer will read it
 * @param effectiveOn the day for which it counts, or null for today; not before the customer's
 *     points account was opened, nor in the future
 * @param expiresOn last day of points that are added, or null for the rule; ignored for fewer
 */
public record AdjustPoints(
    @NotNull UUID customerId,
    long points,
    @NotBlank @Size(max = 500) String reason,
    LocalDate effectiveOn,
    LocalDate expiresOn)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }
}
