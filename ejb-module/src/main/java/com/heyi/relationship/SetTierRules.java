package com.heyi.relationship;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * Sets all tiers and their rules from a day on.
 *
 * @param validFrom tomorrow at the earliest: a day has one set of rules
 * @param graceDays how long a tier that is no longer reached is kept, 0 to 366
 * @param activityMonths over how many months activity is counted, 1 to 60
 * @param pointsMonths over how many months earned points are counted, or null for all
 * @param nearPercent from which share of the next tier on a customer is about to rise, 1 to 99
 * @param tiers from rank 0, which asks nothing, upwards without a gap
 * @param source who decided it, or where it stands
 */
public record SetTierRules(
    @NotNull LocalDate validFrom,
    @Min(0) @Max(366) int graceDays,
    @Min(1) @Max(60) int activityMonths,
    @Min(1) @Max(60) Integer pointsMonths,
    @Min(1) @Max(99) int nearPercent,
    @NotEmpty @Size(max = 20) List<@NotNull @Valid TierRule> tiers,
    @NotBlank @Size(max = 500) String source)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "tier-rules:" + validFrom;
  }
}
