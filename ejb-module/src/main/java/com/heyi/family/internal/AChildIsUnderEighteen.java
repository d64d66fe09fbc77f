package com.heyi.family.internal;

import java.time.LocalDate;
import java.time.Period;

/**
 * A person is a minor until his eighteenth birthday (Civil Code of the PRC, art. 17), and his
 * parents' guardianship ends on that day. Who was born on 29 February has his birthday on 1 March
 * of a year without that day.
 */
public final class AChildIsUnderEighteen {
  private static final int OF_AGE = 18;

  private AChildIsUnderEighteen() {}

  /** Whether somebody born on this day is a child on that one. */
  public static boolean holds(LocalDate bornOn, LocalDate today) {
    return Period.between(bornOn, today).getYears() < OF_AGE;
  }

  /** The last day on which somebody born on this day is a child. */
  static LocalDate lastDay(LocalDate bornOn) {
    LocalDate birthday = bornOn.plusYears(OF_AGE);
    // A year without 29 February has given the day before it.
    return birthday.getDayOfMonth() == bornOn.getDayOfMonth() ? birthday.minusDays(1) : birthday;
  }
}
