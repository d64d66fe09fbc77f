package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import java.util.List;
import java.util.UUID;

/**
 * The prices of an item.
 *
 * @param itemId the item
 * @param version version of the item
 * @param price points for one piece, ordinarily
 * @param cash money for one piece, ordinarily, beside the points
 * @param offers prices beside it, the latest first
 */
public record PricesView(
    UUID itemId, long version, Points price, Money cash, List<OfferView> offers)
    implements Targeted {
  @Override
  public String auditTarget() {
    return "item:" + itemId;
  }
}
