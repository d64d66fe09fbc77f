package com.heyi.web.complaints;

import com.heyi.complaints.ComplaintChannel;
import com.heyi.complaints.reports.ReportFilter;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.paging.PagingError;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What a report is about, read from an address and written into one. None of it is personal. */
final class ReportQuery {
  private static final int MONTHS = 12;

  private ReportQuery() {}

  /**
   * Reads it; where no period is named, the running month and the eleven before it.
   *
   * @param named the value of a parameter by its name, or null
   * @throws HeyiException {@link PagingError#FILTER_VALUE}
   */
  static ReportFilter read(UnaryOperator<String> named, Clock clock) {
    LocalDate today = LocalDate.now(clock);
    return new ReportFilter(
        day("from", named, today.withDayOfMonth(1).minusMonths(MONTHS - 1)),
        day("to", named, today),
        text(named, "branch"),
        text(named, "product"),
        constant(ComplaintChannel.class, "channel", text(named, "channel")));
  }

  /**
   * The constant that a parameter names, or null for none.
   *
   * @throws HeyiException {@link PagingError#FILTER_VALUE}
   */
  static <E extends Enum<E>> E constant(Class<E> type, String name, String text) {
    if (text == null) {
      return null;
    }
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.name().equalsIgnoreCase(text.replace('-', '_')))
        .findFirst()
        .orElseThrow(
            () ->
                new HeyiException(
                    PagingError.FILTER_VALUE,
                    name,
                    text,
                    Arrays.stream(type.getEnumConstants())
                        .map(Enum::name)
                        .collect(Collectors.joining(", "))));
  }

  /** The query of these parameters and some more, names and values in turn. */
  static String text(Map<String, String> filters, String... more) {
    Map<String, String> all = new LinkedHashMap<>(filters);
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return all.entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static LocalDate day(String name, UnaryOperator<String> named, LocalDate otherwise) {
    String text = text(named, name);
    try {
      return text == null ? otherwise : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new HeyiException(PagingError.FILTER_VALUE, name, text, otherwise);
    }
  }

  private static String text(UnaryOperator<String> named, String name) {
    String value = named.apply(name);
    return value == null || value.isBlank() ? null : value.strip();
  }
}
