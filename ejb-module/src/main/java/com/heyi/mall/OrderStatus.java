package com.heyi.mall;

/** How far an order is cancelled. */
public enum OrderStatus {
  PLACED,
  /** Something of it is cancelled and something is left. */
  PARTLY_CANCELLED,
  /** Nothing is left. */
  CANCELLED
}
