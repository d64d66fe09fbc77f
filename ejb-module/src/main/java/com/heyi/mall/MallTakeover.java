package com.heyi.mall;

import com.heyi.shared.error.HeyiException;
import com.heyi.shared.value.Points;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes over points and open orders from apps that end, inside the transactions of the module that
 * ends them. It checks no role and leaves no row in the trail, for whoever asks does so; therefore
 * the edges may not use it.
 */
public interface MallTakeover {

  /**
   * Holds the points of these customers to the end of the transaction, always in the same order.
   * Whoever takes over from several customers does so first: to order here is to hold points, then
   * stock.
   */
  void holdPoints(Collection<UUID> customers);

  /**
   * Holds the stock of these items, always in the same order; after all points, before any order.
   *
   * @param skus codes of items; one that is not there is left out
   */
  void holdStock(Collection<String> skus);

  /**
   * Gives a customer the points that another app owed him, as a lot with its last day kept.
   *
   * @param expiresOn last day on which they can be used; null when they never expire
   * @param reason as the customer will read it, or a {@link com.heyi.shared.text.BookNote}
   * @throws HeyiException {@link MallError#POINTS_OUT_OF_RANGE}, {@link
   *     MallError#POINTS_EXPIRY_PAST}
   */
  GrantView takeOver(UUID customerId, Points points, LocalDate expiresOn, String reason);

  /**
   * Takes over an order that another app was paid for and has not shipped: the points that it was
   * paid with come into the ledger and pay for the same order here, which can be cancelled and
   * returned like any other.
   *
   * @param reason why the points come, as in {@link #takeOver}
   * @return the order; empty, and nothing is booked, when not all of it is on sale here with so
   *     many pieces in stock
   * @throws HeyiException {@link MallError#STOCK_INSUFFICIENT} when somebody took the pieces at the
   *     same moment; a part is booked then, so the transaction must be rolled back
   */
  Optional<UUID> takeOverOrder(OpenOrder order, String reason);

  /**
   * Gives a customer the points of another app's order that is not taken over. Points whose last
   * day is over live some days more, whatever is the rule for orders of this mall: it was not the
   * customer who gave the order up.
   *
   * @param expiresOn their last day in the other app; null when they never expire
   * @throws HeyiException as {@link #takeOver}
   */
  GrantView giveBack(UUID customerId, Points points, LocalDate expiresOn, String reason);

  /**
   * An order in another app.
   *
   * @param customerId whose
   * @param branch his home branch, or null
   * @param externalRef its number there, at most 60 characters, unique with the app's code in it
   * @param expiresOn last day of the points that it was paid with; null when they never expire
   * @param lines what was ordered, at least one line
   */
  record OpenOrder(
      UUID customerId, String branch, String externalRef, LocalDate expiresOn, List<Line> lines) {
    public OpenOrder {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A line of it.
   *
   * @param sku code of the item
   * @param quantity pieces, at least 1
   * @param points that the whole line was paid with, at least 1
   */
  record Line(String sku, long quantity, Points points) {}

  /** What these customers have here. */
  Held heldBy(Collection<UUID> customers);

  /**
   * What customers have in the mall.
   *
   * @param points in their lots
   * @param openOrders orders that are neither delivered nor cancelled
   */
  record Held(Points points, long openOrders) {}
}
