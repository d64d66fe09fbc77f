package com.heyi.mall;

import java.util.List;

/**
 * Everything that was ordered in a period.
 *
 * @param period which days
 * @param items what brought most in money and points' worth, most first
 */
public record SalesItems(SalesPeriod period, List<SalesReport.ItemSales> items) {
  public SalesItems {
    items = List.copyOf(items);
  }
}
