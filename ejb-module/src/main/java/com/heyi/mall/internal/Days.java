package com.heyi.mall.internal;

import com.heyi.shared.error.HeyiException;
import com.heyi.shared.paging.PagingError;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** Days that figures are asked for, as texts. */
public final class Days {
  /** Nothing is older: it bounds what the database and the calendar are asked to reckon with. */
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  private Days() {}

  /**
   * A day, {@code yyyy-MM-dd}.
   *
   * @param otherwise the day when there is no text
   * @throws HeyiException {@link PagingError#FILTER_VALUE}
   */
  public static LocalDate read(String name, String text, LocalDate otherwise) {
    return text == null || text.isBlank() ? otherwise : within(FIRST, LAST, name, text);
  }

  /**
   * A day that is not after today, which it is when there is no text.
   *
   * @throws HeyiException {@link PagingError#FILTER_VALUE}
   */
  public static LocalDate upTo(LocalDate today, String name, String text) {
    return text == null || text.isBlank() ? today : within(FIRST, today, name, text);
  }

  private static LocalDate within(LocalDate first, LocalDate last, String name, String text) {
    try {
      LocalDate day = LocalDate.parse(text.strip());
      if (!day.isBefore(first) && !day.isAfter(last)) {
        return day;
      }
    } catch (DateTimeException e) {
      throw new HeyiException(
          PagingError.FILTER_VALUE, List.of(name, text, "yyyy-MM-dd"), List.of(), e);
    }
    throw new HeyiException(PagingError.FILTER_VALUE, name, text, first + " - " + last);
  }
}
