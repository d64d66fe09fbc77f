package com.heyi.web.complaints;

import com.heyi.complaints.reports.ReportBy;
import com.heyi.complaints.reports.ReportFilter;
import com.heyi.complaints.reports.ReturnFacet;
import com.heyi.shared.text.Texts;
import java.math.BigDecimal;
import java.util.Locale;

/** How the rows of reports are called. */
final class ReportLabels {
  private ReportLabels() {}

  /** A row of a report. */
  static String of(Locale locale, ReportBy by, String key) {
    return switch (by) {
      case CHANNEL -> constant(locale, "ComplaintChannel", key);
      case LEVEL -> constant(locale, "AuthorityLevel", key);
      case CAUSE -> constant(locale, "ComplaintCause", key);
      case BRANCH, PRODUCT, BUSINESS, MONTH -> plain(locale, key);
    };
  }

  /** A line of a return. */
  static String of(Locale locale, ReturnFacet facet, String key) {
    return switch (facet) {
      case CHANNEL -> constant(locale, "ComplaintChannel", key);
      case CAUSE -> constant(locale, "ComplaintCause", key);
      case BUSINESS -> plain(locale, key);
      case ALL -> Texts.get(locale, "page.reports.all");
    };
  }

  /** A branch or another name, or that there is none. */
  static String plain(Locale locale, String key) {
    return ReportFilter.NOT_STATED.equals(key) ? Texts.get(locale, "page.reports.not-stated") : key;
  }

  /** Thousandths as a percentage, or a dash where there is nothing to divide by. */
  static String percent(Integer permille) {
    return permille == null ? "—" : BigDecimal.valueOf(permille, 1) + " %";
  }

  /** A share with the interval in which it lies, or a dash where there is too little to tell. */
  static String between(Integer permille, Integer from, Integer to) {
    return permille == null
        ? percent(null)
        : percent(permille) + " (" + percent(from) + " – " + percent(to) + ")";
  }

  /** A mean with two places, or a dash where there is too little to tell. */
  static String mean(BigDecimal mean) {
    return mean == null ? percent(null) : mean.toPlainString();
  }

  private static String constant(Locale locale, String type, String key) {
    return ReportFilter.NOT_STATED.equals(key)
        ? plain(locale, key)
        : Texts.get(locale, "enum." + type + "." + key);
  }
}
