package com.heyi.mall;

import com.heyi.shared.value.Money;
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
 * @param items what brought most in money and points' worth, most first
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
   * How far the members came in redeeming points; each step counts some of those of the step
   * before. Orders that cost money alone are none of points.
   *
   * @param members registered users at the end of the period
   * @param withPoints who was ever given points until then
   * @param interested who checked out or ordered in the period
   * @param ordered who paid an order with points in it
   * @param received to whom such an order was delivered
   */
  public record Funnel(
      long members, long withPoints, long interested, long ordered, long received) {

    /** How many came to a step. */
    public long of(FunnelStep step) {
      return switch (step) {
        case MEMBERS -> members;
        case WITH_POINTS -> withPoints;
        case INTERESTED -> interested;
        case ORDERED -> ordered;
        case RECEIVED -> received;
      };
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
   * @param cash money for all that was ordered
   * @param worth both in money, the points at their cost on the day of each order, to the fen for
   *     all of them together: so the shares need not add up to {@link Gmv#worth} to the fen
   */
  public record ItemSales(
      String sku,
      String name,
      long orders,
      long pieces,
      long backPieces,
      Points value,
      Money cash,
      Money worth) {}

  /**
   * A branch's share.
   *
   * @param branch its code, or null for customers of no branch
   * @param value points that the orders came to
   * @param cash money that they came to
   * @param worth both in money, the points at their cost on the day of each order, to the fen for
   *     all of them together: so the shares need not add up to {@link Gmv#worth} to the fen
   */
  public record BranchSales(
      String branch, long buyers, long orders, Points value, Money cash, Money worth) {}
}
