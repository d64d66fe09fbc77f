package com.heyi.complaints.internal.reports;

import com.heyi.complaints.AuthorityLevel;
import com.heyi.complaints.ComplaintCause;
import com.heyi.complaints.ComplaintChannel;
import com.heyi.complaints.reports.AgeBand;
import com.heyi.complaints.reports.ReportBy;
import com.heyi.complaints.reports.ReportFilter;
import com.heyi.complaints.reports.ReportMeasure;
import com.heyi.complaints.reports.UsedBand;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.paging.PagingError;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Of which figure the cases are asked for.
 *
 * @param filter what the report is about
 * @param measure the measure
 * @param keys the row, by what the rows are by
 * @param ageing whether it is a figure of the open cases, of whatever period
 * @param age its age, or null for any
 * @param used its use of the clock, or null for any
 */
public record CasesAsked(
    ReportFilter filter,
    ReportMeasure measure,
    Map<ReportBy, String> keys,
    boolean ageing,
    AgeBand age,
    UsedBand used) {
  private static final Set<String> KNOWN =
      Set.of(
          "from",
          "to",
          "branch",
          "product",
          "channel",
          "level",
          "cause",
          "business",
          "month",
          "measure",
          "ageing",
          "age",
          "used");

  /**
   * Reads it from a list's filters.
   *
   * @throws HeyiException {@link PagingError#FILTER}, {@link PagingError#FILTER_VALUE}
   */
  public static CasesAsked of(Map<String, String> filters) {
    for (String name : filters.keySet()) {
      if (!KNOWN.contains(name)) {
        throw new HeyiException(PagingError.FILTER, name, String.join(", ", new TreeSet<>(KNOWN)));
      }
    }
    Map<ReportBy, String> keys = new EnumMap<>(ReportBy.class);
    put(keys, ReportBy.LEVEL, known(AuthorityLevel.class, "level", filters));
    put(keys, ReportBy.CAUSE, known(ComplaintCause.class, "cause", filters));
    put(keys, ReportBy.BUSINESS, filters.get("business"));
    put(keys, ReportBy.MONTH, month(filters.get("month")));
    boolean ageing = "yes".equals(filters.get("ageing"));
    return new CasesAsked(
        filter(filters, ageing),
        filters.containsKey("measure")
            ? constant(ReportMeasure.class, "measure", filters)
            : ReportMeasure.RECEIVED,
        keys,
        ageing,
        constant(AgeBand.class, "age", filters),
        constant(UsedBand.class, "used", filters));
  }

  private static ReportFilter filter(Map<String, String> filters, boolean ageing) {
    return new ReportFilter(
        day("from", filters, ageing ? LocalDate.EPOCH : null),
        day("to", filters, ageing ? LocalDate.EPOCH : null),
        filters.get("branch"),
        filters.get("product"),
        constant(ComplaintChannel.class, "channel", filters));
  }

  private static void put(Map<ReportBy, String> keys, ReportBy by, String key) {
    if (key != null) {
      keys.put(by, key);
    }
  }

  private static LocalDate day(String name, Map<String, String> filters, LocalDate otherwise) {
    String text = filters.get(name);
    try {
      if (text == null && otherwise != null) {
        return otherwise;
      }
      return LocalDate.parse(text == null ? "" : text);
    } catch (DateTimeException e) {
      throw new HeyiException(
          PagingError.FILTER_VALUE, name, text == null ? "" : text, "2026-03-31");
    }
  }

  private static String month(String text) {
    try {
      return text == null ? null : YearMonth.parse(text).toString();
    } catch (DateTimeException e) {
      throw new HeyiException(PagingError.FILTER_VALUE, "month", text, "2026-03");
    }
  }

  private static <E extends Enum<E>> String known(
      Class<E> type, String name, Map<String, String> filters) {
    if (ReportFilter.NOT_STATED.equals(filters.get(name))) {
      return ReportFilter.NOT_STATED;
    }
    E constant = constant(type, name, filters);
    return constant == null ? null : constant.name();
  }

  private static <E extends Enum<E>> E constant(
      Class<E> type, String name, Map<String, String> filters) {
    String text = filters.get(name);
    if (text == null) {
      return null;
    }
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.name().equals(text))
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
}
