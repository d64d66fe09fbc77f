package com.heyi.promotions;

/** How a coupon stands. */
public enum CouponStatus {
  /** It can be used on its days. */
  AVAILABLE,
  /** Set aside for a checkout. */
  RESERVED,
  /** An order was placed with it. */
  TAKEN,
  /** Its order ended after the coupon's days, and its terms give it no more. */
  FORFEITED,
  /** Taken back by the bank before it was used. */
  REVOKED
}
