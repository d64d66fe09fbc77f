package com.heyi.winddown;

import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;

/**
 * What has been migrated of an app, and what is left.
 *
 * @param customers whom the app knows
 * @param migrated those with a proof
 * @param holdings balances that the app has handed over
 * @param moved those of them that went somewhere
 * @param pointsBefore points handed over
 * @param pointsAfter points in the ledger here
 * @param pointsExpired points whose last day was over
 * @param pointsLeft points not moved yet
 * @param moneyBefore stored money handed over
 * @param moneyAfter money in accounts here
 * @param moneyRefunded money paid back or to be paid back
 * @param moneyLeft money not moved yet
 * @param refundsDue refunds that are not paid yet
 * @param refundsDueAmount how much they are
 * @param orders open orders, by where they went
 * @param coupons coupons, by where they went
 */
public record PlanProgress(
    long customers,
    long migrated,
    long holdings,
    long moved,
    Points pointsBefore,
    Points pointsAfter,
    Points pointsExpired,
    Points pointsLeft,
    Money moneyBefore,
    Money moneyAfter,
    Money moneyRefunded,
    Money moneyLeft,
    long refundsDue,
    Money refundsDueAmount,
    Things orders,
    Things coupons) {

  /**
   * Things that are counted.
   *
   * @param before handed over
   * @param after here now
   * @param refunded given back instead
   * @param expired whose last day was over
   * @param left not moved yet
   */
  public record Things(long before, long after, long refunded, long expired, long left) {}

  /** Customers not migrated yet. */
  public long customersLeft() {
    return Math.max(0, customers - migrated);
  }

  /** Balances not moved yet. */
  public long holdingsLeft() {
    return holdings - moved;
  }

  /** Whether nothing stands against closing but the day. */
  public boolean nothingLeft() {
    return customersLeft() == 0 && holdingsLeft() == 0 && refundsDue == 0;
  }

  /** Share of customers migrated, 0 to 100; less than 100 while anybody is left. */
  public int percent() {
    return customers == 0 ? 100 : (int) (Math.min(migrated, customers) * 100 / customers);
  }
}
