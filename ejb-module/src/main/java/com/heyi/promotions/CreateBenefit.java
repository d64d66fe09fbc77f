package com.heyi.promotions;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * Defines a benefit: a coupon or points that customers may take by a rhythm.
 *
 * @param code by which people name it
 * @param name as customers read it
 * @param rhythm how often
 * @param weekday the day, for {@link Rhythm#ON_A_WEEKDAY}
 * @param template code of the coupon that it gives, or null
 * @param points points that it gives, or null
 * @param level code of the level that it takes, or null for everybody
 * @param branch home branch of the customers who may take it, or null for all
 * @param startsOn first day
 * @param endsOn last day
 */
public record CreateBenefit(
    @NotBlank @Size(max = 40) @Pattern(regexp = "[A-Z0-9][A-Z0-9_-]*") String code,
    @NotBlank @Size(max = 200) String name,
    @NotNull Rhythm rhythm,
    DayOfWeek weekday,
    @Size(max = 40) String template,
    @Min(1) @Max(1_000_000) Long points,
    @Size(max = 40) String level,
    @Size(max = 20) String branch,
    @NotNull LocalDate startsOn,
    @NotNull LocalDate endsOn)
    implements Targeted {

  public CreateBenefit {
    template = template == null || template.isBlank() ? null : template.strip();
    level = level == null || level.isBlank() ? null : level.strip();
    branch = branch == null || branch.isBlank() ? null : branch.strip();
  }

  @Override
  public String auditTarget() {
    return "benefit:" + code;
  }
}
