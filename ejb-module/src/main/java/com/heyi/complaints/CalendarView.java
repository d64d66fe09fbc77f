package com.heyi.complaints;

import com.heyi.shared.facade.Targeted;
import java.time.LocalDate;
import java.util.List;

/**
 * One version of which days are worked in a place.
 *
 * @param code the place, such as {@code CN}
 * @param version from 1
 * @param knownUntil the last day that is announced; after it Mondays to Fridays count as worked
 * @param source where it was announced
 * @param days the days that differ from the week, in their order
 */
public record CalendarView(
    String code, int version, LocalDate knownUntil, String source, List<CalendarDay> days)
    implements Targeted {
  public CalendarView {
    days = List.copyOf(days);
  }

  /** The days of one year. */
  public List<CalendarDay> of(int year) {
    return days.stream().filter(one -> one.day().getYear() == year).toList();
  }

  @Override
  public String auditTarget() {
    return "calendar:" + code;
  }
}
