package com.heyi.mall;

import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import java.util.List;
import java.util.UUID;

/**
 * What takes something off the price of a checkout: a coupon, a campaign. Every implementation in
 * the application is asked in its turn, in the transaction of the checkout; it may refuse the
 * checkout by its own error. What it sets aside it lets go again when it is told.
 */
public interface PriceReduction {

  /** When it is asked. */
  Turn turn();

  /** One after another; each takes off what those before it have left. */
  enum Turn {
    /**
     * What goods cost less together. It only asks and sets nothing aside, so that it can be asked
     * beforehand too.
     */
    GOODS,
    /** What the customer hands in. */
    CUSTOMER
  }

  /**
   * What is taken off, before anything is set aside.
   *
   * @return points off a line, each 0 or more; a line may be named more than once
   * @throws HeyiException when a coupon is not good for this basket
   */
  List<Off> reduce(Basket basket);

  /** The checkout became an order. */
  void confirmed(UUID checkoutId, UUID orderId);

  /** The checkout was let go, or its time was over. */
  void released(UUID checkoutId);

  /**
   * What is about to be checked out.
   *
   * @param checkoutId the checkout, or null when it is only asked what it would cost
   * @param customerId whose
   * @param branch his home branch, or null
   * @param coupons codes that he named
   * @param lines what he wants, at the prices that hold
   */
  record Basket(
      UUID checkoutId, UUID customerId, String branch, List<String> coupons, List<Line> lines) {
    public Basket {
      coupons = List.copyOf(coupons);
      lines = List.copyOf(lines);
    }

    /** The same with other lines. */
    public Basket with(List<Line> others) {
      return new Basket(checkoutId, customerId, branch, coupons, others);
    }
  }

  /**
   * A line of it.
   *
   * @param no its number, from 1
   * @param price points for one piece
   * @param cash money for one piece, of which nothing is taken off
   * @param reduced points that those before have taken off the whole line
   * @param categories codes of the item's category and of all above it, the topmost first
   */
  record Line(
      int no,
      UUID itemId,
      String sku,
      Points price,
      Money cash,
      long quantity,
      Points reduced,
      List<String> categories) {
    public Line {
      categories = List.copyOf(categories);
    }

    /** Points for the whole line before anything is taken off. */
    public Points whole() {
      return price.times(quantity);
    }

    /** Points for the whole line that are left. */
    public Points left() {
      return whole().minus(reduced);
    }

    /**
     * The line after something more is taken off.
     *
     * @throws IllegalArgumentException when that is more than is left
     */
    public Line less(Points off) {
      if (off.isMoreThan(left())) {
        throw new IllegalArgumentException(
            "Line " + no + " costs " + left() + ": no " + off + " can be taken off it");
      }
      return new Line(no, itemId, sku, price, cash, quantity, reduced.plus(off), categories);
    }
  }

  /**
   * Points off the whole of a line.
   *
   * @param lineNo which
   */
  record Off(int lineNo, Points points) {}
}
