package com.heyi.winddown;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Announces the end of an app.
 *
 * @param app code of the app that ends
 * @param into code of the app that its customers are migrated to
 * @param freezeOn from which day on it takes no new customers
 * @param migrateOn from which day on its customers are migrated
 * @param closeOn from which day on it may be closed
 * @param reason why, as customers may read it
 */
public record AnnounceClosing(
    @NotBlank String app,
    @NotBlank String into,
    @NotNull LocalDate freezeOn,
    @NotNull LocalDate migrateOn,
    @NotNull LocalDate closeOn,
    @NotBlank @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "app:" + app;
  }
}
