package com.heyi.mall;

import com.heyi.shared.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What the bank owes its customers for their points, over time.
 *
 * @param days the end of each month, oldest first; the last is today
 */
public record Liability(List<Day> days) {

  /** The latest figures. */
  public Day now() {
    return days.get(days.size() - 1);
  }

  /**
   * The figures of one day, by the entries so far that count up to it.
   *
   * @param on the day
   * @param outstanding points that customers have: usable, held and locked
   * @param costPerPoint CNY for one point, as it counted on that day
   * @param redemptionRate share expected to be redeemed, as it counted on that day
   * @param liability what is expected to be redeemed
   * @param breakage what is expected never to be redeemed
   */
  public record Day(
      LocalDate on,
      long outstanding,
      BigDecimal costPerPoint,
      BigDecimal redemptionRate,
      Money liability,
      Money breakage) {}
}
