package com.heyi.relationship;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Sets what dormant and lost mean from a day on.
 *
 * @param validFrom tomorrow at the earliest
 * @param dormantAfter from how many months without anything on a customer is dormant, 1 to 60
 * @param lostAfter from how many on he is lost, more than {@code dormantAfter}, 240 at the most
 * @param source who decided it, or where it stands
 */
public record SetLifecycle(
    @NotNull LocalDate validFrom,
    @Min(1) @Max(60) int dormantAfter,
    @Min(2) @Max(240) int lostAfter,
    @NotBlank @Size(max = 500) String source)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "lifecycle:" + validFrom;
  }
}
