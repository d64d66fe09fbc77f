package com.heyi.mall;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;

/**
 * Proof of the ledger from its postings.
 *
 * @param at when it was drawn up
 * @param accounts total of each account
 * @param sum of all accounts; zero, or the books are wrong
 * @param checks each invariant with the number of rows that break it
 */
public record TrialBalance(
    Instant at, List<AccountTotal> accounts, BigInteger sum, List<Check> checks) {

  /** Whether the books are right in every respect that is checked. */
  public boolean balanced() {
    return sum.signum() == 0 && checks.stream().allMatch(Check::holds);
  }

  /**
   * One account.
   *
   * @param account which
   * @param total sum of its postings
   * @param postings how many there are
   */
  public record AccountTotal(LedgerAccount account, BigInteger total, long postings) {}

  /**
   * One invariant.
   *
   * @param invariant which
   * @param breaches how many rows break it
   */
  public record Check(Invariant invariant, long breaches) {
    public boolean holds() {
      return breaches == 0;
    }
  }

  /** What must always hold. */
  public enum Invariant {
    /** The postings of every entry sum to zero. */
    ENTRIES_BALANCED,
    /** What remains in every lot is the sum of its postings. */
    LOTS_EQUAL_POSTINGS,
    /** The balance after every customer's last entry is what remains in his lots. */
    BALANCES_EQUAL_LOTS,
    /**
     * The entries of every customer are numbered from 1 without a gap, as his account has counted
     * them.
     */
    ENTRY_NUMBERS,
    /** What is held is what the postings of each hold say; nothing for one that is resolved. */
    HOLDS_EQUAL_POSTINGS,
    /** What is locked in every lot is the sum of its postings to LOCKED. */
    LOCKED_EQUALS_POSTINGS,
    /** Every transfer arrived as it was sent, and none is on its way. */
    TRANSFERS_ARRIVED,
    /** No grant is reversed for more than it gave. */
    REVERSALS_WITHIN_GRANTS,
    /** Of a fee no more came back than was taken, from each lot, and the decisions say as much. */
    FEES_BACK_WITHIN_FEES,
    /** What an order gave back is the sum of its refunds, and never more than it cost. */
    REFUNDS_EQUAL_RETURNS,
    /**
     * Of every order line as much is cancelled or came back as its cancellations and returns say.
     */
    LINES_EQUAL_CANCELLATIONS,
    /** Every stock is the sum of its movements, and never negative. */
    STOCKS_EQUAL_MOVEMENTS,
    /**
     * What orders and checkouts cost in money was paid, and what came to nothing, was cancelled or
     * came back was given back: no fen more or less.
     */
    PAYMENTS_EQUAL_ORDERS,
    /**
     * Every payment, and all that was given back, stands in the ledger of money or of gift cards.
     */
    PAYMENTS_EQUAL_BOOKINGS
  }
}
