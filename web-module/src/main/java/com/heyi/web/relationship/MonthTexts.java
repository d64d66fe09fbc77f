package com.heyi.web.relationship;

import com.heyi.relationship.FunnelSlice;
import com.heyi.relationship.LifecycleStatus;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.PagingError;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;

/** Months, days and statuses as they stand in addresses. */
final class MonthTexts {
  private MonthTexts() {}

  /**
   * The month of a text, or null when there is none.
   *
   * @throws HeyiException {@link PagingError#FILTER_VALUE} when it is no month
   */
  static YearMonth of(String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return YearMonth.parse(text.strip());
    } catch (DateTimeException e) {
      throw new HeyiException(PagingError.FILTER_VALUE, "month", text, "yyyy-MM");
    }
  }

  /**
   * The day of a text, or null when there is none.
   *
   * @throws HeyiException {@link PagingError#FILTER_VALUE} when it is no day
   */
  static LocalDate day(String name, String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      throw new HeyiException(PagingError.FILTER_VALUE, name, text, "yyyy-MM-dd");
    }
  }

  /**
   * The status of a text, or null when there is none.
   *
   * @throws HeyiException {@link PagingError#FILTER_VALUE} when it is none
   */
  static LifecycleStatus status(String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return Arrays.stream(LifecycleStatus.values())
        .filter(status -> status.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new HeyiException(
                    PagingError.FILTER_VALUE,
                    "status",
                    text,
                    Arrays.toString(LifecycleStatus.values())));
  }

  /**
   * The slice that the filters {@code month}, {@code status} and {@code cohort} name.
   *
   * @throws HeyiException {@link PagingError#FILTER_VALUE}
   */
  static FunnelSlice slice(PageRequest request) {
    Map<String, String> filters = request.filters();
    return new FunnelSlice(
        of(filters.get("month")), status(filters.get("status")), of(filters.get("cohort")));
  }

  /** The request without what {@link #slice} has read. */
  static PageRequest rest(PageRequest request) {
    return request.without("month").without("status").without("cohort");
  }
}
