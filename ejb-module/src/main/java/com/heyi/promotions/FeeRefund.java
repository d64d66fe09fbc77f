package com.heyi.promotions;

/** What is given back of a fee when a membership is ended early. */
public enum FeeRefund {
  NONE,
  /** The share of the days that have not begun, in whole points and fen rounded down. */
  PRO_RATA
}
