package com.heyi.mall;

import com.heyi.accounts.CustomerRef;
import com.heyi.shared.error.HeyiException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What a purchase would cost a customer, less what the goods themselves take off ({@link
 * PriceReduction.Turn#GOODS}), for modules that explain prices. At another moment than now, offers
 * are those of that moment; ordinary prices, bundles and the customer's tier are those of now. It
 * checks no role and leaves no audit row, for the facade that asks does so; therefore the edges may
 * not use it.
 */
public interface Baskets {

  /**
   * What is in a customer's cart, as a checkout at that moment would ask those for it whose turn
   * comes after the goods'.
   */
  List<PriceReduction.Line> ofCart(CustomerRef customer, Instant at);

  /**
   * The same for these items.
   *
   * @param pieces how many of each, by code
   * @throws HeyiException {@link MallError#ITEM_UNKNOWN}
   */
  List<PriceReduction.Line> of(CustomerRef customer, Map<String, Long> pieces, Instant at);

  /**
   * Sees to it that there are such categories, for whoever speaks of the items in them.
   *
   * @throws HeyiException {@link MallError#CATEGORY_UNKNOWN}
   */
  void requireCategories(Collection<String> codes);
}
