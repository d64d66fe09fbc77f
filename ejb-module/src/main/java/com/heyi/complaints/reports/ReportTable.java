package com.heyi.complaints.reports;

import java.util.List;

/**
 * A report: rows by something, and all together.
 *
 * @param by what the rows are by
 * @param rows the rows: months, channels, levels and causes in their order, others those with the
 *     most cases first; none without a case
 * @param total all cases, also of rows that are left out
 * @param left how many rows are left out because there are too many to be read
 */
public record ReportTable(ReportBy by, List<Row> rows, ReportCounts total, long left) {
  public ReportTable {
    rows = List.copyOf(rows);
  }

  /**
   * A row.
   *
   * @param key branch, product, channel and so on; {@link ReportFilter#NOT_STATED} for cases that
   *     do not say
   * @param counts its measures
   */
  public record Row(String key, ReportCounts counts) {}
}
