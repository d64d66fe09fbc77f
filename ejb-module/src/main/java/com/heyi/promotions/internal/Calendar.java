package com.heyi.promotions.internal;

import com.heyi.promotions.Rhythm;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.Optional;

/**
 * The days on which a benefit may be taken. A period is the bank's day, week from Monday, or month.
 *
 * @param rhythm how often
 * @param weekday the day, for {@link Rhythm#ON_A_WEEKDAY}; else null
 * @param first first day of the benefit
 * @param last last day of the benefit
 */
record Calendar(Rhythm rhythm, DayOfWeek weekday, LocalDate first, LocalDate last) {
  private static final int FURTHEST = 62;

  /** First day of the period that a day lies in. */
  LocalDate period(LocalDate day) {
    return switch (rhythm) {
      case DAILY, ON_A_WEEKDAY -> day;
      case TWICE_A_WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case TWICE_A_MONTH -> day.withDayOfMonth(1);
    };
  }

  /** How often it may be taken in a period. */
  int times() {
    return switch (rhythm) {
      case DAILY, ON_A_WEEKDAY -> 1;
      case TWICE_A_WEEK, TWICE_A_MONTH -> 2;
    };
  }

  /**
   * Whether it may be taken on a day.
   *
   * @param taken the days on which it was taken before
   */
  boolean allows(LocalDate day, Collection<LocalDate> taken) {
    return !day.isBefore(first)
        && !day.isAfter(last)
        && (weekday == null || day.getDayOfWeek() == weekday)
        && !taken.contains(day)
        && takenIn(period(day), taken) < times();
  }

  /** How often it was taken in the period that begins on this day. */
  long takenIn(LocalDate period, Collection<LocalDate> taken) {
    return taken.stream().filter(day -> period(day).equals(period)).count();
  }

  /** The next day after this one on which it may be taken, or empty when there is none. */
  Optional<LocalDate> next(LocalDate day, Collection<LocalDate> taken) {
    LocalDate from = first.isAfter(day) ? first : day.plusDays(1);
    return from.datesUntil(from.plusDays(FURTHEST)).filter(d -> allows(d, taken)).findFirst();
  }
}
