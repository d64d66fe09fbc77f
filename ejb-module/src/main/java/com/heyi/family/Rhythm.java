package com.heyi.family;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/** How often an allowance is due. */
public enum Rhythm {
  /** On a day of the week, 1 for Monday to 7 for Sunday. */
  WEEKLY(7) {
    @Override
    public LocalDate onOrAfter(LocalDate day, int on) {
      return day.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(on)));
    }
  },
  /** On a day of the month, 1 to 31; a month that is shorter has it on its last day. */
  MONTHLY(31) {
    @Override
    public LocalDate onOrAfter(LocalDate day, int on) {
      LocalDate thisMonth = in(YearMonth.from(day), on);
      return thisMonth.isBefore(day) ? in(YearMonth.from(day).plusMonths(1), on) : thisMonth;
    }

    private LocalDate in(YearMonth month, int on) {
      return month.atDay(Math.min(on, month.lengthOfMonth()));
    }
  };

  private final int days;

  Rhythm(int days) {
    this.days = days;
  }

  /** The greatest number of a day. */
  public int days() {
    return days;
  }

  /**
   * The first day on which it is due, from this day on.
   *
   * @param on the number of the day, 1 to {@link #days}
   */
  public abstract LocalDate onOrAfter(LocalDate day, int on);
}
