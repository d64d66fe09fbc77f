package com.heyi.mall.internal;

import com.heyi.mall.ItemStatus;
import com.heyi.shared.value.Points;
import java.util.List;
import java.util.UUID;

/**
 * An item as it is at this moment, past any session.
 *
 * @param cost the price that holds
 * @param categories codes of its category and of all above it, the topmost first
 * @param limit how much of it one customer may order, or null
 */
record ItemRow(
    UUID id,
    String sku,
    String name,
    LowestPriceThatHolds cost,
    long stock,
    ItemStatus status,
    List<String> categories,
    PurchaseLimits.Limit limit) {

  /** Points for one piece. */
  Points price() {
    return cost.price();
  }
}
