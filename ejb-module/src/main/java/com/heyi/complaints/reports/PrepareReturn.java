package com.heyi.complaints.reports;

import com.heyi.shared.facade.Reasoned;
import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Freezes the figures of a quarter for the supervisor.
 *
 * @param quarter such as {@code 2026Q3}; it must be over
 * @param reason why it corrects what was submitted before; null when nothing was
 */
public record PrepareReturn(
    @NotNull @Pattern(regexp = "[0-9]{4}Q[1-4]") String quarter, @Size(max = 500) String reason)
    implements Targeted, Reasoned {
  @Override
  public String auditTarget() {
    return "return:" + quarter;
  }
}
