package com.heyi.complaints.reports;

import com.heyi.complaints.ComplaintChannel;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

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
  /** Stands for what a case does not say. */
  public static final String NOT_STATED = "-";

  /** The branch of a branch system that has none: no case is of it. */
  public static final String NOBODYS = "--";

  /** The same of one branch. */
  public ReportFilter of(String onlyBranch) {
    return new ReportFilter(from, to, onlyBranch, product, channel);
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
