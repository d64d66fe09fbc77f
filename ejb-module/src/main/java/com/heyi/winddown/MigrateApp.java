package com.heyi.winddown;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Migrates the customers of an app who are not migrated yet.
 *
 * @param planId the plan
 * @param expectedVersion its version as the caller saw it
 * @param reason why
 * @param control what the app handed over, by its own sums; needed to begin, and not looked at when
 *     a migration is taken up again, for nothing is handed over any more then
 */
public record MigrateApp(
    @NotNull UUID planId,
    long expectedVersion,
    @NotBlank @Size(max = 500) String reason,
    @Valid ControlTotals control)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "plan:" + planId;
  }
}
