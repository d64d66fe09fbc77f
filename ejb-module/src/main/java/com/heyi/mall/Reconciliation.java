package com.heyi.mall;

import java.time.Instant;
import java.util.UUID;

/**
 * An auditor's proof of every balance from the entries alone.
 *
 * @param at when it began
 * @param customers how many customers were gone through
 * @param entries how many entries their statements have
 * @param differing how many customers differ
 * @param first the first difference, by customer; null when there is none
 */
public record Reconciliation(
    Instant at, long customers, long entries, long differing, Difference first) {

  /** Whether every balance is what its entries say. */
  public boolean agrees() {
    return differing == 0;
  }

  /**
   * A difference.
   *
   * @param customerId whose
   * @param kind what differs
   * @param where number of the entry, or id of the lot; null when it is the whole customer
   * @param expected what the entries say
   * @param found what stands there
   */
  public record Difference(
      UUID customerId, Mismatch kind, String where, String expected, String found) {}

  /** What can differ, in the order in which it is told. */
  public enum Mismatch {
    /** Entries are numbered from 1 without gaps, as many as the account counts. */
    ENTRY_NUMBERS,
    /** An entry's postings sum to zero. */
    ENTRY_UNBALANCED,
    /** An entry's amount is what it posts to the customer. */
    ENTRY_AMOUNT,
    /** The balance after an entry is the sum of the amounts up to it. */
    RUNNING_BALANCE,
    /** What remains in a lot is the sum of its postings. */
    LOT_REMAINING,
    /** What is locked in a lot is the sum of its postings to LOCKED. */
    LOT_LOCKED,
    /** What is held is the sum of the postings to HELD. */
    HELD
  }
}
