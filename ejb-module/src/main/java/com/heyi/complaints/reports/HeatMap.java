package com.heyi.complaints.reports;

import java.util.List;

/**
 * How many cases were received by branch and product.
 *
 * @param products the columns, the one with the most cases first
 * @param rows the branches, the one with the most cases first
 * @param most cases of the fullest cell
 * @param total all cases
 * @param left cases of branches and products that are left out because there are too many
 */
public record HeatMap(List<String> products, List<Row> rows, long most, long total, long left) {
  public HeatMap {
    products = List.copyOf(products);
    rows = List.copyOf(rows);
  }

  /**
   * A branch.
   *
   * @param branch the branch, {@link ReportFilter#NOT_STATED} for cases of none
   * @param cases cases by product, in the order of the columns
   */
  public record Row(String branch, List<Long> cases) {
    public Row {
      cases = List.copyOf(cases);
    }
  }
}
