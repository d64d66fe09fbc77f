package com.heyi.mall;

/** The accounts of the points ledger. Those after {@link #LOCKED} are the system's own. */
public enum LedgerAccount {
  /** What the bank owes its customers: each posting names the lot. */
  CUSTOMER,
  /** Points of customers that are set aside by a hold: each posting names the lot. */
  HELD,
  /** Points of customers that cannot be used yet: each posting names the lot. */
  LOCKED,
  /** Counterpart of grants; negative: all points ever issued. */
  ISSUED,
  /** Points spent on orders that stand. */
  REDEEMED,
  /** Points whose last day passed unused. */
  EXPIRED,
  /** Points that came back and were not given back: of expired lots, or of reversed grants. */
  FORFEITED,
  /** Counterpart of corrections by hand. */
  ADJUSTED,
  /** Points on their way from one customer to another; zero at every moment. */
  TRANSFER
}
