package com.heyi.mall;

import com.heyi.shared.value.Points;
import java.util.UUID;

/**
 * An item that can be ordered, to choose it.
 *
 * @param id the item
 * @param sku its code
 * @param name its name
 * @param price points for one piece
 * @param stock pieces that can be sold
 * @param orders in how many orders it stood: of the period, or together with another item
 */
public record FoundItem(UUID id, String sku, String name, Points price, long stock, long orders) {}
