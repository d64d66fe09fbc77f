package com.heyi.menu.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * How near the days of the month are to a date. A day that a month does not have falls on its last
 * (as salaries do), and months follow each other without a gap: on 1 March the 31st was yesterday,
 * on 28 February it is today, but not in a leap year.
 */
final class NearDays {
  /** Days further away than this do not count. */
  static final int FAR = 4;

  static final int DAYS = 31;

  private NearDays() {}

  /**
   * Whole days from the date to the nearest recurrence of this day of the month, before or after.
   */
  static int distance(int day, LocalDate date) {
    return (int)
        LongStream.rangeClosed(-1, 1)
            .mapToObj(date.withDayOfMonth(1)::plusMonths)
            .map(month -> month.withDayOfMonth(Math.min(day, month.lengthOfMonth())))
            .mapToLong(recurrence -> Math.abs(ChronoUnit.DAYS.between(recurrence, date)))
            .min()
            .orElseThrow();
  }

  /**
   * The near days of the month with their weights: 1 for today, less by a bell curve of 1.5 days.
   */
  static Map<Integer, Double> of(LocalDate date) {
    Map<Integer, Double> near = new LinkedHashMap<>();
    for (int day = 1; day <= DAYS; day++) {
      int away = distance(day, date);
      if (away <= FAR) {
        near.put(day, Math.exp(-away * away / 4.5));
      }
    }
    return near;
  }

  /** The share of uses that lies around the day if all days of a month are alike. */
  static double share(Map<Integer, Double> near) {
    return near.values().stream().mapToDouble(weight -> weight).sum() / DAYS;
  }
}
