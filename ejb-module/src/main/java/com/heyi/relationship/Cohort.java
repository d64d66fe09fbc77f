package com.heyi.relationship;

import java.time.YearMonth;
import java.util.List;

/**
 * Those who came in the same month, and how many of them did something in it and in each month
 * after.
 *
 * @param month in which they came
 * @param size how many they are
 * @param active how many were active in that month, the next, and so on, to the latest month
 */
public record Cohort(YearMonth month, long size, List<Long> active) {
  public Cohort {
    active = List.copyOf(active);
  }

  /** The share of them who were active so many months after they came, 0 to 100. */
  public int percent(int monthsAfter) {
    return size == 0 ? 0 : (int) (active.get(monthsAfter) * 100 / size);
  }
}
