package com.heyi.mall;

import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Points;
import java.util.UUID;

/**
 * Gives customers points for other modules, inside their transactions. It checks no role and leaves
 * no row in the trail, for the facade that asks does so; therefore the edges may not use it.
 */
public interface PointsGifts {

  /**
   * Gives points, which last as long as those of a grant that names no day.
   *
   * @param reason why, as the customer will read it
   * @throws HeyiException {@link MallError#POINTS_OUT_OF_RANGE}
   */
  GrantView give(UUID customerId, Points points, String reason);

  /**
   * Takes a gift back as a whole, once, also out of other records of the same person.
   *
   * @param entryId the entry that gave it
   * @param reason why, as the customer will read it
   * @throws HeyiException {@link MallError#GIFT_SPENT} when some of it was used or has expired;
   *     {@link MallError#GIFT_TAKEN_BACK}; {@link com.heyi.shared.facade.CommonError#NOT_FOUND}
   */
  void takeBack(UUID customerId, UUID entryId, String reason);

  /**
   * Takes a gift back whose ground has gone, as far as it can: what is left of it, also under other
   * records of the same person, then other usable points for what was spent of it. What the
   * customer has lost of it himself, by its last day or by a refund that forfeited it, is not asked
   * for again, under whichever record he lost it. Of a gift that was taken back before, nothing is
   * taken and nothing is owed.
   *
   * @param entryId the entry that gave it
   * @param reason why, as the customer will read it
   * @throws HeyiException {@link com.heyi.shared.facade.CommonError#NOT_FOUND}
   */
  Undone undo(UUID customerId, UUID entryId, String reason);

  /**
   * What became of a gift that was undone.
   *
   * @param taken points that were taken
   * @param owed points that he has spent and that could not be taken
   */
  record Undone(Points taken, Points owed) {}
}
