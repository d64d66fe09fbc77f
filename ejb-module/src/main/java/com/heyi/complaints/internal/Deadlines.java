package com.heyi.complaints.internal;

import com.heyi.complaints.ClockKind;
import com.heyi.complaints.Complexity;
import com.heyi.complaints.DayKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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

  /** Whether they know a final answer, where the first one was that it is in progress. */
  boolean knowFinal(Complexity complexity) {
    return allowance(ClockKind.FINAL, complexity).isPresent();
  }

  /** By how many days more, once, an answer for which there are so many may be put off. */
  int furtherDays(Allowance first) {
    if (first.kind() != ClockKind.ANSWER) {
      return first.extraDays();
    }
    return allowance(ClockKind.FINAL, first.complexity())
        .map(last -> last.days() - first.days())
        .orElse(first.extraDays());
  }

  /** The version of the calendar, or null where there is none. */
  Integer calendarVersion() {
    return calendar == null ? null : calendar.key().version();
  }

  /**
   * When this many days after this instant have passed, without those on which the clock stood
   * still.
   */
  TheDeadlineEndsWithItsLastDay after(
      Instant start, int days, DayKind kind, List<Standstill> stood) {
    ZoneId zone = rules.zone(bankZone);
    Predicate<LocalDate> counts = counting(kind);
    LocalDate at = LocalDate.ofInstant(start, zone);
    for (int left = days; left > 0; ) {
      at = at.plusDays(1);
      if (counts.test(at) && !stands(at, zone, stood)) {
        left--;
      }
    }
    return TheDeadlineEndsWithItsLastDay.on(at, zone);
  }

  /** How many days up to this last one would have counted but for the clock standing still. */
  int stoodStill(Instant start, LocalDate last, DayKind kind, List<Standstill> stood) {
    if (stood.isEmpty()) {
      return 0;
    }
    ZoneId zone = rules.zone(bankZone);
    Predicate<LocalDate> counts = counting(kind);
    return (int)
        LocalDate.ofInstant(start, zone)
            .plusDays(1)
            .datesUntil(last.plusDays(1))
            .filter(day -> counts.test(day) && stands(day, zone, stood))
            .count();
  }

  /** Until when a review of what was decided at this instant may be asked for. */
  TheDeadlineEndsWithItsLastDay reviewUntil(Instant decided) {
    return after(decided, rules.reviewWithinDays(), DayKind.CALENDAR, List.of());
  }

  private static boolean stands(LocalDate day, ZoneId zone, List<Standstill> stood) {
    return stood.stream().anyMatch(one -> one.covers(day, zone));
  }

  private Predicate<LocalDate> counting(DayKind kind) {
    if (kind == DayKind.CALENDAR) {
      return day -> true;
    }
    if (calendar == null) {
      throw new IllegalStateException(rules.key() + " counts working days but has no calendar");
    }
    return calendar.days()::isWorked;
  }
}
