package com.heyi.mall.internal;

import com.heyi.accounts.CustomerDirectory;
import com.heyi.mall.MallError;
import com.heyi.mall.PayCash;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Ids;
import com.heyi.shared.value.Money;
import com.heyi.shared.value.Points;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * An order about to be placed.
 *
 * @param branch the customer's home branch, or null
 * @param externalRef its number in the system it is taken over from, or null
 * @param ofEndedApp whether that is an app whose customers are known by such numbers
 * @param placedAt when the customer ordered
 * @param receipt why stock that is lacking is received first, or null when it must be there
 * @param limits of the items of which a customer may not order as much as he likes
 * @param pay how it is paid in money; null when it costs none or is paid already
 */
record OrderDraft(
    UUID customerId,
    String branch,
    String externalRef,
    boolean ofEndedApp,
    Instant placedAt,
    String receipt,
    List<Line> lines,
    Limits limits,
    PayCash pay) {

  /**
   * Of what a customer may not order as much as he likes.
   *
   * @param records the ids under which he orders
   * @param byItem how much, by item
   */
  record Limits(Set<UUID> records, Map<UUID, PurchaseLimits.Limit> byItem) {
    static final Limits NONE = new Limits(Set.of(), Map.of());

    /** Those of these items; for none of them is it asked under which ids he orders. */
    static Limits of(
        CustomerDirectory customers, UUID customerId, Map<UUID, PurchaseLimits.Limit> byItem) {
      return byItem.isEmpty() ? NONE : new Limits(customers.allRecordsOf(customerId), byItem);
    }
  }

  Money cash() {
    return lines.stream().map(Line::cashTotal).reduce(Money.zero(Money.CNY), Money::plus);
  }

  /** What four eyes weigh of it. */
  long weight() {
    return Fen.weight(total(), cash());
  }

  /**
   * Points for all of it.
   *
   * @throws HeyiException {@link MallError#ORDER_EMPTY}, {@link MallError#ORDER_TOO_LARGE}
   */
  Points total() {
    if (lines.isEmpty()) {
      throw new HeyiException(MallError.ORDER_EMPTY);
    }
    try {
      return lines.stream().map(Line::total).reduce(Points.ZERO, Points::plus);
    } catch (ArithmeticException e) {
      throw new HeyiException(MallError.ORDER_TOO_LARGE, List.of(), List.of(), e);
    }
  }

  /**
   * A line of it, at the price that counts.
   *
   * @param cash money for one piece
   * @param reduced points taken off the whole line
   * @param offerId the offer that made the price, or null for the ordinary one
   */
  record Line(
      UUID id,
      UUID itemId,
      String sku,
      String name,
      Points price,
      Money cash,
      long quantity,
      Points reduced,
      UUID offerId) {

    static Line of(ItemRow item, LowestPriceThatHolds cost, long quantity) {
      return new Line(
          Ids.next(),
          item.id(),
          item.sku(),
          item.name(),
          cost.price(),
          cost.cash(),
          quantity,
          Points.ZERO,
          cost.offerId());
    }

    Points total() {
      return price.times(quantity).minus(reduced);
    }

    Money cashTotal() {
      return cash.times(quantity);
    }
  }
}
