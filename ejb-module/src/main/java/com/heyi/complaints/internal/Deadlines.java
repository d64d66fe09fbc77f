package com.heyi.complaints.internal;

import com.heyi.complaints.ClockKind;
import com.heyi.complaints.Complexity;
import com.heyi.complaints.DayKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The rules of one case with the calendar that it began with, which together say when each answer
 * is due.
 *
 * @param rules the rules
 * @param calendar their calendar, or null where they count no working days
 * @param bankZone the bank's own zone, for rules that name none
 */
public record Deadlines(RulePack rules, HolidayCalendar calendar, ZoneId bankZone) {

  /** What the rules give for this, or empty when they know no such answer. */
  Optional<Allowance> allowance(ClockKind kind, Complexity complexity) {
    return rules.allowance(kind, complexity);
  }

  /** The version of the calendar, or null where there is none. */
  Integer calendarVersion() {
    return calendar == null ? null : calendar.key().version();
  }

  /** When this many days after this instant have passed. */
  TheDeadlineEndsWithItsLastDay after(Instant start, int days, DayKind kind) {
    ZoneId zone = rules.zone(bankZone);
    LocalDate first = LocalDate.ofInstant(start, zone);
    LocalDate last = kind == DayKind.WORKING ? working(first, days) : first.plusDays(days);
    return TheDeadlineEndsWithItsLastDay.on(last, zone);
  }

  private LocalDate working(LocalDate first, int days) {
    if (calendar == null) {
      throw new IllegalStateException(rules.key() + " counts working days but has no calendar");
    }
    return calendar.days().after(first, days);
  }
}
