package com.heyi.complaints.internal.reports;

import java.time.LocalDate;

/**
 * A quarter of a year, by days of the bank.
 *
 * @param year the year
 * @param number 1 to 4
 */
record Quarter(int year, int number) {

  /** Reads {@code 2026Q3}. */
  static Quarter parse(String text) {
    return new Quarter(Integer.parseInt(text.substring(0, 4)), Integer.parseInt(text.substring(5)));
  }

  LocalDate firstDay() {
    return LocalDate.of(year, 3 * number - 2, 1);
  }

  /** The first day that is no longer in it. */
  LocalDate dayAfter() {
    return firstDay().plusMonths(3);
  }
}
