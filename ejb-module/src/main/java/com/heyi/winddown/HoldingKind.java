package com.heyi.winddown;

/** What an old app holds for a customer. */
public enum HoldingKind {
  POINTS,
  /** Stored value in CNY. */
  MONEY
}
