package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import java.util.List;
import java.util.UUID;

/**
 * A customer's cart, at today's prices.
 *
 * @param customerId whose
 * @param customerNumber his number in the register
 * @param customerName his name
 * @param lines what is in it, by when it was put there
 * @param total what all of it costs today
 * @param cash what it costs in money, beside the points
 * @param openCheckout the checkout that waits to be confirmed, or null
 */
public record CartView(
    UUID customerId,
    String customerNumber,
    String customerName,
    List<Line> lines,
    Points total,
    Money cash,
    UUID openCheckout)
    implements Targeted {

  @Override
  public String auditTarget() {
    return "customer:" + customerId;
  }

  /** Whether anything costs something else than the customer was shown. */
  public boolean pricesChanged() {
    return lines.stream().anyMatch(Line::priceChanged);
  }

  /**
   * An item in the cart.
   *
   * @param itemId the item
   * @param sku its code
   * @param name its name
   * @param quantity pieces
   * @param priceSeen points for one piece that the customer was shown
   * @param price points for one piece today, at the lowest price that holds for him
   * @param cash money for one piece today, beside the points
   * @param offerId the offer that makes the price, or null for the ordinary one
   * @param offer why it is lower, or null
   * @param stock pieces that can be sold
   * @param onSale whether it can be ordered
   * @param categories codes of its category and of all above it, the topmost first
   */
  public record Line(
      UUID itemId,
      String sku,
      String name,
      long quantity,
      Points priceSeen,
      Points price,
      Money cash,
      UUID offerId,
      String offer,
      long stock,
      boolean onSale,
      List<String> categories) {
    public boolean priceChanged() {
      return !price.equals(priceSeen);
    }

    /** Points for all pieces. */
    public Points total() {
      return price.times(quantity);
    }
  }
}
