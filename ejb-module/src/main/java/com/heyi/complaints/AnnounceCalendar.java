package com.heyi.complaints;

import com.heyi.shared.facade.Targeted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Makes a year of a calendar known, or corrects one that is; other years stay as they are.
 *
 * @param code the place, such as {@code CN}
 * @param expectedVersion version of it that the sender has seen
 * @param year the year
 * @param days all days of the year that differ from the week
 * @param source where it was announced, such as the notice of the State Council
 */
public record AnnounceCalendar(
    @NotBlank @Size(max = 20) String code,
    int expectedVersion,
    int year,
    @NotEmpty @Size(max = 150) List<@NotNull @Valid CalendarDay> days,
    @NotBlank @Size(max = 500) String source)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "calendar:" + code;
  }
}
