package com.heyi.mall;

import com.heyi.mall.internal.Days;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.paging.PagingError;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The days that a report of sales is about, in the bank's zone.
 *
 * @param from first day
 * @param to last day, not before the first and at most 240 months after it
 */
public record SalesPeriod(LocalDate from, LocalDate to) {
  private static final int MOST_MONTHS = 240;
  private static final int USUAL_MONTHS = 12;

  /**
   * @throws HeyiException {@link MallError#PERIOD} when it ends before it begins, or is too long
   */
  public SalesPeriod {
    if (to.isBefore(from) || to.isAfter(from.plusMonths(MOST_MONTHS))) {
      throw new HeyiException(MallError.PERIOD, from, to, MOST_MONTHS);
    }
  }

  /**
   * The period that two texts name.
   *
   * @param from its first day, {@code yyyy-MM-dd}; when it is left out, so many months are shown as
   *     make a year with the last
   * @param to its last day; today when it is left out
   * @throws HeyiException {@link PagingError#FILTER_VALUE}, {@link MallError#PERIOD}
   */
  public static SalesPeriod of(String from, String to, LocalDate today) {
    LocalDate last = Days.read("to", to, today);
    return new SalesPeriod(
        Days.read("from", from, YearMonth.from(last).minusMonths(USUAL_MONTHS - 1L).atDay(1)),
        last);
  }
}
