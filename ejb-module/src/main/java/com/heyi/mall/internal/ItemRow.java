package com.heyi.mall.internal;

import com.heyi.mall.ItemStatus;
import com.heyi.shared.value.Points;
import java.util.UUID;

/**
 * An item as it is at this moment, past any session.
 *
 * @param limit how much of it one customer may order, or null
 */
record ItemRow(
    UUID id,
    String sku,
    String name,
    Points price,
    long stock,
    ItemStatus status,
    PurchaseLimits.Limit limit) {}
