package com.heyi.promotions;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Says how much a campaign may spend in all.
 *
 * @param campaignId which
 * @param expectedVersion as the caller saw it
 * @param budget in the campaign's unit; not less than what was spent
 * @param reason why
 */
public record SetBudget(
    @NotNull UUID campaignId,
    long expectedVersion,
    @Min(1) @Max(1_000_000_000_000L) long budget,
    @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "campaign:" + campaignId;
  }
}
