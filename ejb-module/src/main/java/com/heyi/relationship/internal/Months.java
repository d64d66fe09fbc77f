package com.heyi.relationship.internal;

import java.time.YearMonth;
import java.time.temporal.ChronoField;

/** Months counted through, so that their difference is a number of months. */
final class Months {
  private Months() {}

  static int number(YearMonth month) {
    return Math.toIntExact(month.getLong(ChronoField.PROLEPTIC_MONTH));
  }

  static YearMonth of(int number) {
    return YearMonth.of(Math.floorDiv(number, 12), Math.floorMod(number, 12) + 1);
  }
}
