package com.heyi.mall;

import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Points;
import java.util.UUID;

/**
 * Takes points from customers for what other modules give them, inside their transactions. It
 * checks no role and leaves no row in the trail, for the facade that asks does so; therefore the
 * edges may not use it.
 */
public interface PointsCharges {

  /**
   * What came of points that were given back.
   *
   * @param entryId the ledger entry
   * @param back how many the customer has again
   * @param forfeited how many he has not: their lot had expired, or its grant was reversed
   */
  record GivenBack(UUID entryId, Points back, Points forfeited) {}

  /**
   * Takes points, those that expire first first.
   *
   * @param branch the customer's home branch, or null
   * @param reason why, as the customer will read it
   * @return the ledger entry
   * @throws HeyiException {@link MallError#POINTS_INSUFFICIENT}, {@link
   *     MallError#POINTS_OUT_OF_RANGE}
   */
  UUID charge(UUID customerId, String branch, Points points, String reason);

  /**
   * Gives back a part of what was taken, or all, once: into the lots that it was taken from, the
   * one that paid last first. What has expired since goes by the rule for cancelled orders. Whoever
   * calls holds what the points were taken for.
   *
   * @param chargeId the ledger entry, as {@link #charge} answered it
   * @param points at least 1, at most what was taken
   * @param reason why, as the customer will read it
   * @return where it is booked, and what came of it
   */
  GivenBack giveBack(UUID chargeId, Points points, String reason);
}
