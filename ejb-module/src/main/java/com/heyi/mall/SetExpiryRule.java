package com.heyi.mall;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Sets how long points of a kind of grant last, from a day on. Lots that are there keep their last
 * day.
 *
 * @param kind which kind
 * @param validFrom first day of grants that it counts for, not before today
 * @param method how the last day is found
 * @param length days, months (0 for the month of the grant) or years (1 for the year of the grant);
 *     0 for never
 * @param source what the rule follows
 */
public record SetExpiryRule(
    @NotNull GrantKind kind,
    @NotNull LocalDate validFrom,
    @NotNull ExpiryMethod method,
    @Min(0) @Max(36_500) int length,
    @NotBlank @Size(max = 500) String source)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "expiry-rule:" + kind;
  }

  @Override
  public String reason() {
    return source;
  }
}
