package com.heyi.promotions;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Defines what earns points.
 *
 * @param code by which people name it
 * @param name as customers read it
 * @param kind what it asks for
 * @param points what it earns each time
 * @param perDay how often a day; 1 for checking in
 * @param perMonth how often a calendar month, or null
 * @param inAll how often ever, or null
 * @param streakDays on every so manieth day in a row there is a bonus, for checking in; or null
 * @param streakBonus the bonus, or null
 * @param campaign code of the campaign whose budget of points pays, or null
 * @param startsOn first day
 * @param endsOn last day
 */
public record CreateTask(
    @NotBlank @Size(max = 40) @Pattern(regexp = "[A-Z0-9][A-Z0-9_-]*") String code,
    @NotBlank @Size(max = 200) String name,
    @NotNull TaskKind kind,
    @Min(1) @Max(1_000_000) long points,
    @Min(1) @Max(100) int perDay,
    @Min(1) Integer perMonth,
    @Min(1) Integer inAll,
    @Min(2) @Max(366) Integer streakDays,
    @Min(1) @Max(1_000_000) Long streakBonus,
    @Size(max = 40) String campaign,
    @NotNull LocalDate startsOn,
    @NotNull LocalDate endsOn)
    implements Targeted {

  public CreateTask {
    campaign = campaign == null || campaign.isBlank() ? null : campaign.strip();
  }

  @Override
  public String auditTarget() {
    return "task:" + code;
  }
}
