package com.heyi.complaints.reports;

import com.heyi.complaints.AuthorityLevel;
import com.heyi.complaints.ComplaintCause;
import com.heyi.complaints.ComplaintChannel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What a report has its rows by. */
public enum ReportBy {
  BRANCH,
  PRODUCT,
  /** Facet A of JR/T 0169. */
  CHANNEL,
  /** The level that the case has reached. */
  LEVEL,
  /** Facet C of JR/T 0169. */
  CAUSE,
  /** Facet B of JR/T 0169. */
  BUSINESS,
  /** The month of receipt, such as {@code 2026-03}. */
  MONTH;

  /**
   * How rows stand by their keys: months, channels, levels and causes in their order, what is not
   * stated last; others as they come.
   */
  public Comparator<String> order() {
    return switch (this) {
      case MONTH -> Comparator.naturalOrder();
      case CHANNEL -> inOrderOf(ComplaintChannel.values());
      case LEVEL -> inOrderOf(AuthorityLevel.values());
      case CAUSE -> inOrderOf(ComplaintCause.values());
      case BRANCH, PRODUCT, BUSINESS -> (one, other) -> 0;
    };
  }

  private static Comparator<String> inOrderOf(Enum<?>[] constants) {
    List<String> names = Arrays.stream(constants).map(Enum::name).toList();
    return Comparator.comparingInt(key -> names.contains(key) ? names.indexOf(key) : names.size());
  }
}
