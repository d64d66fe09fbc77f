package com.heyi.complaints.internal.reports;

import com.heyi.complaints.reports.ReportFilter;
import com.heyi.complaints.reports.ReportMeasure;
import com.heyi.complaints.reports.ReturnFacet;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.paging.PageRequest;
import com.heyi.shared.paging.PagingError;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Of which figure of a return the cases are asked for.
 *
 * @param condition what is added to the query, beginning with {@code and}, or empty
 * @param values its values by name
 */
record LineAsked(String condition, Map<String, Object> values) {
  private static final String BRANCH = "branch";
  private static final String FACET = "facet";
  private static final String CODE = "code";
  private static final String MEASURE = "measure";

  /**
   * @throws HeyiException {@link PagingError#FILTER}, {@link PagingError#FILTER_VALUE}
   */
  static LineAsked of(PageRequest request) {
    request.requireFiltersOf(BRANCH, CODE, FACET, MEASURE);
    Map<String, String> filters = request.filters();
    Map<String, Object> values = new HashMap<>();
    StringBuilder condition = new StringBuilder();
    equal(condition, values, "r.branch", BRANCH, filters.get(BRANCH));
    ReturnFacet facet =
        filters.containsKey(FACET)
            ? ReturnFacet.valueOf(known(ReturnFacet.class, FACET, filters))
            : ReturnFacet.ALL;
    if (facet != ReturnFacet.ALL) {
      equal(condition, values, column(facet), CODE, filters.get(CODE));
    }
    if (filters.containsKey(MEASURE)) {
      condition
          .append(" and ")
          .append(
              sql(ReportMeasure.valueOf(known(ReportMeasure.class, MEASURE, filters)), filters));
    }
    return new LineAsked(condition.toString(), values);
  }

  private static void equal(
      StringBuilder condition, Map<String, Object> values, String column, String name, String key) {
    if (ReportFilter.NOT_STATED.equals(key)) {
      condition.append(" and ").append(column).append(" is null");
    } else if (key != null) {
      condition.append(" and ").append(column).append(" = :").append(name);
      values.put(name, key);
    }
  }

  private static String column(ReturnFacet facet) {
    return switch (facet) {
      case CHANNEL -> "r.channel";
      case BUSINESS -> "r.business";
      case CAUSE -> "r.cause";
      case ALL -> throw new IllegalArgumentException("All cases have no code");
    };
  }

  private static String sql(ReportMeasure measure, Map<String, String> filters) {
    return switch (measure) {
      case RECEIVED -> "true";
      case CLOSED -> "r.status = 'CLOSED'";
      case WITHDRAWN -> "r.status = 'WITHDRAWN'";
      case ON_TIME -> "r.on_time";
      case LATE -> "not r.on_time";
      default ->
          throw new HeyiException(
              PagingError.FILTER_VALUE,
              MEASURE,
              filters.get(MEASURE),
              "RECEIVED, CLOSED, WITHDRAWN, ON_TIME, LATE");
    };
  }

  private static <E extends Enum<E>> String known(
      Class<E> type, String name, Map<String, String> filters) {
    String names =
        Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    String text = filters.get(name);
    if (Arrays.stream(type.getEnumConstants()).noneMatch(one -> one.name().equals(text))) {
      throw new HeyiException(PagingError.FILTER_VALUE, name, text, names);
    }
    return text;
  }
}
