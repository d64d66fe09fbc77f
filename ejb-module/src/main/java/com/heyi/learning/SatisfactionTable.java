package com.heyi.learning;

import com.heyi.complaints.reports.ReportBy;
import com.heyi.complaints.reports.ReportFilter;
import java.util.List;

/**
 * How satisfied complainants were: rows by something, and all together.
 *
 * @param by what the rows are by
 * @param rows the rows: months, channels, levels and causes in their order, others those with the
 *     most surveys first; none without a survey
 * @param total all surveys, also of rows that are left out
 * @param left how many rows are left out because there are too many to be read
 */
public record SatisfactionTable(ReportBy by, List<Row> rows, SatisfactionFigures total, long left) {
  public SatisfactionTable {
    rows = List.copyOf(rows);
  }

  /**
   * A row.
   *
   * @param key branch, product, channel and so on; {@link ReportFilter#NOT_STATED} for surveys that
   *     do not say
   * @param figures its figures
   */
  public record Row(String key, SatisfactionFigures figures) {}
}
