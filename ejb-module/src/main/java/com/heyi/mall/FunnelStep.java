package com.heyi.mall;

/** How far a member came in redeeming points; each step holds some of those of the step before. */
public enum FunnelStep {
  /** Has a points account. */
  MEMBERS,
  /** Was ever given points. */
  WITH_POINTS,
  /** Checked out or ordered. */
  INTERESTED,
  /** Paid an order with points. */
  ORDERED,
  /** Such an order was delivered to him. */
  RECEIVED
}
