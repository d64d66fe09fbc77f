package com.heyi.mall;

/** What a ledger entry does. */
public enum EntryKind {
  /** Points are given to a customer. */
  GRANT,
  /** Points that were given are taken back whole; reverses a {@link #GRANT}. */
  REVOKE,
  /** A customer pays an order, or a fee, with points. */
  REDEEM,
  /**
   * Points come back from a cancelled order or of a fee; reverses a {@link #REDEEM}, in whole or in
   * part.
   */
  CANCEL,
  /** Points of a lot whose last day is over are written off. */
  EXPIRE,
  /** Points are set aside; nobody else can use them. */
  HOLD,
  /** A hold is voided or has timed out: its points can be used again. */
  RELEASE,
  /** Locked points become usable. */
  ACTIVATE,
  /** A correction by hand, up or down. */
  ADJUST,
  /** Points go to another member of the household. */
  SEND,
  /** Points come from another member of the household. */
  RECEIVE,
  /** Points leave one record of a person for another of his. */
  MERGE_OUT,
  /** Points come from another record of the same person. */
  MERGE_IN
}
