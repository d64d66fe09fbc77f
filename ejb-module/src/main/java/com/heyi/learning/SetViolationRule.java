package com.heyi.learning;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Sets how many points a violation gives from a day on.
 *
 * @param code names the violation
 * @param validFrom from which day on, today at the earliest
 * @param name in the bank's words
 * @param points how many
 * @param lapseMonths after how many months they lapse
 * @param source where that comes from
 */
public record SetViolationRule(
    @NotBlank @Pattern(regexp = "[A-Z0-9-]{1,20}") String code,
    @NotNull LocalDate validFrom,
    @NotBlank @Size(max = 100) String name,
    @Min(1) @Max(100) int points,
    @Min(1) @Max(120) int lapseMonths,
    @NotBlank @Size(max = 500) String source)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "violation-rule:" + code;
  }
}
