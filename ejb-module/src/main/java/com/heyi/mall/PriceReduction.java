package com.heyi.mall;

import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Points;
import java.util.List;
import java.util.UUID;

/**
 * What takes something off the price of a checkout: a coupon, a campaign. Every implementation in
 * the application is asked, in the transaction of the checkout; it may refuse the checkout by its
 * own error. What it sets aside it lets go again when it is told.
 */
public interface PriceReduction {

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
   * @param checkoutId the checkout
   * @param customerId whose
   * @param branch his home branch, or null
   * @param coupons codes that he named
   * @param lines what he wants, at today's prices
   */
  record Basket(
      UUID checkoutId, UUID customerId, String branch, List<String> coupons, List<Line> lines) {
    public Basket {
      coupons = List.copyOf(coupons);
      lines = List.copyOf(lines);
    }
  }

  /**
   * A line of it.
   *
   * @param no its number, from 1
   * @param categories codes of the item's category and of all above it, the topmost first
   */
  record Line(
      int no, UUID itemId, String sku, Points price, long quantity, List<String> categories) {
    public Line {
      categories = List.copyOf(categories);
    }
  }

  /**
   * Points off the whole of a line.
   *
   * @param lineNo which
   */
  record Off(int lineNo, Points points) {}
}
