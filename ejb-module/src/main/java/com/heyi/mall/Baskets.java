package com.heyi.mall;

import com.heyi.shared.error.HeyiException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a purchase would cost before anything is taken off, for modules that explain prices. It
 * checks no role and leaves no audit row, for the facade that asks does so; therefore the edges may
 * not use it.
 */
public interface Baskets {

  /** What is in a customer's cart, at today's prices, as a checkout would ask for it. */
  List<PriceReduction.Line> ofCart(UUID customerId);

  /**
   * These items at today's prices.
   *
   * @param pieces how many of each, by code
   * @throws HeyiException {@link MallError#ITEM_UNKNOWN}
   */
  List<PriceReduction.Line> of(Map<String, Long> pieces);

  /**
   * Sees to it that there are such categories, for whoever speaks of the items in them.
   *
   * @throws HeyiException {@link MallError#CATEGORY_UNKNOWN}
   */
  void requireCategories(Collection<String> codes);
}
