package com.heyi.winddown;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Sets how long before a step its day must be announced.
 *
 * @param step the step
 * @param validFrom for announcements from this day on, today at the earliest
 * @param days 0 to 1000
 * @param source where the number comes from
 */
public record SetNotice(
    @NotNull NoticeStep step,
    @NotNull LocalDate validFrom,
    @Min(0) @Max(1000) int days,
    @NotBlank @Size(max = 500) String source)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "notice:" + step;
  }
}
