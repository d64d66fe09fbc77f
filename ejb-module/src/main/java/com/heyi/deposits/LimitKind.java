package com.heyi.deposits;

/** What a limit bounds. Days and years are those of the bank's zone. */
public enum LimitKind {
  /** What comes in on one day, but for what comes from the bound account. */
  INFLOW_DAY,
  /** What comes in in one calendar year, but for what comes from the bound account. */
  INFLOW_YEAR,
  /** What goes out on one day, but for what goes to the bound account. */
  OUTFLOW_DAY,
  /** What goes out in one calendar year, but for what goes to the bound account. */
  OUTFLOW_YEAR,
  /** What lies in the account at any time. */
  BALANCE
}
