package com.heyi.complaints.reports;

import com.heyi.complaints.ComplaintChannel;
import com.heyi.complaints.ComplaintError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.CommonError;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which cases a report is about.
 *
 * @param from first day of receipt, in the bank's zone
 * @param to last day of receipt
 * @param branch only of this branch, {@link #NOT_STATED} for none; null for all
 * @param product only about this product; null for all
 * @param channel only by this channel; null for all
 */
public record ReportFilter(
    @NotNull LocalDate from,
    @NotNull LocalDate to,
    @Size(max = 20) String branch,
    @Size(max = 200) String product,
    ComplaintChannel channel) {
  /** Days that a report covers at most: a year. Longer ones are several. */
  public static final int MOST_DAYS = 366;

  /** Stands for what a case does not say. */
  public static final String NOT_STATED = "-";

  /** The branch of a branch system that has none: no case is of it. */
  public static final String NOBODYS = "--";

  /** The same of one branch. */
  public ReportFilter of(String onlyBranch) {
    return new ReportFilter(from, to, onlyBranch, product, channel);
  }

  /**
   * It as the caller may ask it: a branch system about its own branch only.
   *
   * @throws HeyiException {@link ComplaintError#REPORT_PERIOD}, {@link
   *     ComplaintError#REPORT_TOO_LONG}, {@link CommonError#OTHER_BRANCH}
   */
  public ReportFilter asTheCallerMay() {
    if (to.isBefore(from)) {
      throw new HeyiException(ComplaintError.REPORT_PERIOD, from, to);
    }
    if (from.plusDays(MOST_DAYS).isBefore(to.plusDays(1))) {
      throw new HeyiException(ComplaintError.REPORT_TOO_LONG, MOST_DAYS);
    }
    Optional<String> bound = CallContext.current().boundBranch();
    if (bound.isEmpty()) {
      return this;
    }
    String own = bound.get().isEmpty() ? NOBODYS : bound.get();
    if (branch != null && !branch.equals(own)) {
      throw new HeyiException(CommonError.OTHER_BRANCH);
    }
    return of(own);
  }

  /**
   * It by names and values, as an address or a list's filters have it; what is null is left out.
   */
  public Map<String, String> asFilters() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("from", from.toString());
    all.put("to", to.toString());
    all.put("branch", branch);
    all.put("product", product);
    all.put("channel", channel == null ? null : channel.name());
    all.values().removeIf(value -> value == null);
    return all;
  }
}
