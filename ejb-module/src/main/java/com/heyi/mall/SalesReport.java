package com.heyi.mall;

import com.heyi.shared.value.Points;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * The mall's sales in a period, by the moment of the order.
 *
 * @param period which days
 * @param total all of it
 * @param months each month that the period touches, oldest first, also those without orders
 * @param funnel how far the members came
 * @param items what brought most points, most first
 * @param branches the same by the customers' home branches, most first
 */
public record SalesReport(
    SalesPeriod period,
    Gmv total,
    List<Month> months,
    Funnel funnel,
    List<ItemSales> items,
    List<BranchSales> branches) {
  public SalesReport {
    months = List.copyOf(months);
    items = List.copyOf(items);
    branches = List.copyOf(branches);
  }

  /**
   * A month, or that part of it which lies in the period.
   *
   * @param from first day
   * @param to last day
   */
  public record Month(YearMonth month, LocalDate from, LocalDate to, Gmv gmv) {}

  /**
   * How far the members came; each step counts some of those of the step before.
   *
   * @param members registered users at the end of the period
   * @param withPoints who was ever given points until then
   * @param interested who checked out or ordered in the period
   * @param ordered who ordered in it
   * @param received to whom such an order was delivered
   */
  public record Funnel(
      long members, long withPoints, long interested, long ordered, long received) {

    /** The steps in their order. */
    public List<Long> steps() {
      return List.of(members, withPoints, interested, ordered, received);
    }
  }

  /**
   * An item's share.
   *
   * @param name as it is called today
   * @param orders in how many orders
   * @param pieces ordered
   * @param backPieces cancelled or returned since
   * @param value points for all that was ordered
   */
  public record ItemSales(
      String sku, String name, long orders, long pieces, long backPieces, Points value) {}

  /**
   * A branch's share.
   *
   * @param branch its code, or null for customers of no branch
   */
  public record BranchSales(String branch, long buyers, long orders, Points value) {}
}
