package com.heyi.promotions;

/** What happens to a coupon. */
public enum CouponStep {
  ISSUED,
  RESERVED,
  TAKEN,
  /** The checkout was let go or its time was over. */
  RELEASED,
  /** Its order ended as a whole, and it can be used again on its days. */
  GIVEN_BACK,
  /** Its order ended after the coupon's days; it lives some days longer. */
  RESTORED,
  /** Its order ended after the coupon's days, and it is not given back. */
  FORFEITED,
  REVOKED
}
