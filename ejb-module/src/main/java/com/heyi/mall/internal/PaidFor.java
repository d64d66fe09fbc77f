package com.heyi.mall.internal;

/**
 * Which payments are an order's, and what is left of them. Said in SQL, once, so that it can stand
 * in whatever query reads payments {@code p} and their lines {@code d}.
 */
final class PaidFor {
  /** What of a payment's line d was not given back. */
  static final String LEFT =
      "d.amount - coalesce((select sum(b.amount) from mall.payback_line b"
          + " where b.payment_id = d.payment_id and b.line_no = d.line_no), 0)";

  private PaidFor() {}

  /**
   * The payments p of an order: those for itself, and those for the checkout that it came from.
   *
   * @param id what gives the order's id: a column, or a parameter, which is then taken twice
   */
  static String order(String id) {
    return "(p.order_id = "
        + id
        + " or p.checkout_id = (select k.id from mall.checkout k where k.order_id = "
        + id
        + "))";
  }
}
