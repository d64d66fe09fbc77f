package com.heyi.mall;

/** What became of a hold. All but {@link #OPEN} are final. */
public enum HoldStatus {
  OPEN,
  /** Spent, in whole or in part; what was not spent went back. */
  POSTED,
  /** Let go by somebody. */
  VOIDED,
  /** Let go by itself, because its time was over. */
  TIMED_OUT
}
