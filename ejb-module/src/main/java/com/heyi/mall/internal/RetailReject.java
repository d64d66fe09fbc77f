package com.heyi.mall.internal;

/** Why a line of a shop's file is not loaded; the code is also the key of its text. */
enum RetailReject {
  /** A column cannot be read. Arguments: column, value. */
  UNREADABLE("retail.unreadable"),
  /** A book-keeping adjustment, such as a bad debt, is no order. Argument: invoice. */
  ADJUSTMENT("retail.adjustment"),
  /** Nobody to give points to or take them from. */
  CUSTOMER_MISSING("retail.customer-missing"),
  /** A negative quantity outside a cancellation: stock written off, not an order. The quantity. */
  QUANTITY_NOT_POSITIVE("retail.quantity-not-positive"),
  /** A cancellation of nothing. Argument: the quantity. */
  CANCELLATION_NOT_NEGATIVE("retail.cancellation-not-negative"),
  /** Argument: the price. */
  PRICE_NEGATIVE("retail.price-negative"),
  /** The customer never ordered this before. Arguments: customer, stock code. */
  CANCELLED_NEVER_ORDERED("retail.cancelled-never-ordered"),
  /**
   * More than is left of what he ordered and is not shipped. Arguments: stock code, wanted, left.
   */
  CANCELLED_MORE_THAN_ORDERED("retail.cancelled-more-than-ordered");

  private final String code;

  RetailReject(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }
}
