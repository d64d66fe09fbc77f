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
   * Takes a gift back as a whole, once.
   *
   * @param entryId the entry that gave it
   * @param reason why, as the customer will read it
   * @throws HeyiException {@link MallError#GIFT_SPENT} when some of it was used or has expired;
   *     {@link MallError#GIFT_TAKEN_BACK}; {@link com.heyi.shared.facade.CommonError#NOT_FOUND}
   */
  void takeBack(UUID customerId, UUID entryId, String reason);
}
