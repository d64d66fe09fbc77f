package com.heyi.mall;

import java.time.YearMonth;
import java.util.List;

/**
 * The mall in figures.
 *
 * @param customersWithPoints customers who hold points
 * @param outstanding points that customers have: usable, held and locked
 * @param itemsOnSale items that can be ordered
 * @param orders orders ever placed
 * @param months the latest months in which something happened, oldest first
 */
public record MallFigures(
    long customersWithPoints, long outstanding, long itemsOnSale, long orders, List<Month> months) {

  /**
   * One month, by the day for which things count.
   *
   * @param month which
   * @param orders orders placed
   * @param granted points granted
   * @param redeemed points spent
   * @param returned points given back by cancellations
   * @param outstanding points that customers have at the end of the month, by the entries so far
   */
  public record Month(
      YearMonth month, long orders, long granted, long redeemed, long returned, long outstanding) {}
}
