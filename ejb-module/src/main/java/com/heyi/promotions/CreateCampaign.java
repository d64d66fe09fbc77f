package com.heyi.promotions;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Defines a campaign. It has no budget yet and spends nothing before it is started.
 *
 * @param code by which people name it
 * @param name what it is called
 * @param startsOn first day
 * @param endsOn last day
 * @param branch home branch of its audience, or null for all
 * @param registeredSince its audience registered on this day or later; null for all
 * @param template code of the coupon that it issues, or null when it only pays for earned points
 * @param unit what its budget counts
 */
public record CreateCampaign(
    @NotBlank @Size(max = 40) @Pattern(regexp = "[A-Z0-9][A-Z0-9_-]*") String code,
    @NotBlank @Size(max = 200) String name,
    @NotNull LocalDate startsOn,
    @NotNull LocalDate endsOn,
    @Size(max = 20) String branch,
    LocalDate registeredSince,
    @Size(max = 40) String template,
    @NotNull BudgetUnit unit)
    implements Targeted {

  public CreateCampaign {
    branch = branch == null || branch.isBlank() ? null : branch.strip();
    template = template == null || template.isBlank() ? null : template.strip();
  }

  @Override
  public String auditTarget() {
    return "campaign:" + code;
  }
}
