package com.heyi.learning;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Sets what a sum of points leads to from a day on.
 *
 * @param points the sum
 * @param validFrom from which day on, today at the earliest
 * @param consequence what it leads to
 * @param source where that comes from
 */
public record SetThreshold(
    @Min(1) @Max(1000) int points,
    @NotNull LocalDate validFrom,
    @NotNull Consequence consequence,
    @NotBlank @Size(max = 500) String source)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "threshold:" + points;
  }
}
