package com.heyi.mall;

import com.heyi.shared.facade.Targeted;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A checkout.
 *
 * @param id id of the checkout
 * @param customerId whose
 * @param customerNumber his number in the register
 * @param customerName his name
 * @param branch his home branch, or null
 * @param status what became of it
 * @param total points set aside
 * @param cash money paid beside them; given back when it does not become an order
 * @param until from this moment on it can no longer be confirmed
 * @param orderId the order that it became, or null
 * @param lines what is set aside
 * @param payments what the money was paid with
 */
public record CheckoutView(
    UUID id,
    UUID customerId,
    String customerNumber,
    String customerName,
    String branch,
    CheckoutStatus status,
    Points total,
    Money cash,
    Instant until,
    UUID orderId,
    List<Line> lines,
    List<PaymentView> payments)
    implements Targeted {

  @Override
  public String auditTarget() {
    return "checkout:" + id;
  }

  /**
   * An item set aside.
   *
   * @param itemId the item
   * @param sku its code
   * @param name its name
   * @param price points for one piece
   * @param cash money for one piece
   * @param quantity pieces
   * @param reduced points taken off the whole line
   * @param offerId the offer that made the price, or null for the ordinary one
   */
  public record Line(
      UUID itemId,
      String sku,
      String name,
      Points price,
      Money cash,
      long quantity,
      Points reduced,
      UUID offerId) {
    /** Points for the whole line. */
    public Points total() {
      return price.times(quantity).minus(reduced);
    }
  }
}
