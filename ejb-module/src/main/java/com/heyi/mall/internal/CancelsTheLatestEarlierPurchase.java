package com.heyi.mall.internal;

import com.heyi.shared.value.Points;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The rule by which a shop's cancellation line, which names no order, finds the order line that it
 * belongs to, among what the same customer had bought of the same goods before:
 *
 * <ol>
 *   <li>the latest line of the same unit price of which enough is left;
 *   <li>else the latest line of any price of which enough is left;
 *   <li>else several lines, the latest first, when together they have enough left.
 * </ol>
 */
final class CancelsTheLatestEarlierPurchase {
  private final List<Purchase> purchases;
  private final Map<UUID, Long> left = new HashMap<>();

  /**
   * @param purchases what the customer had bought before, the latest first
   */
  CancelsTheLatestEarlierPurchase(List<Purchase> purchases) {
    this.purchases = purchases;
    purchases.forEach(purchase -> left.put(purchase.lineId(), purchase.left()));
  }

  /** A line of an earlier order of the customer, with the pieces that can still be cancelled. */
  record Purchase(UUID orderId, UUID lineId, String sku, Points price, long left) {}

  /** Pieces to cancel of a line. */
  record Match(UUID orderId, UUID lineId, long quantity) {}

  /** Whether the customer had bought the goods at all. */
  boolean everBought(String sku) {
    return purchases.stream().anyMatch(purchase -> purchase.sku().equals(sku));
  }

  /** Pieces that are left of all he had bought of the goods. */
  long left(String sku) {
    return purchases.stream()
        .filter(purchase -> purchase.sku().equals(sku))
        .mapToLong(this::left)
        .sum();
  }

  /** What to cancel; empty when not enough is left. What is answered counts as cancelled. */
  List<Match> match(String sku, Points price, long quantity) {
    Predicate<Purchase> enough =
        purchase -> purchase.sku().equals(sku) && left(purchase) >= quantity;
    Optional<Purchase> one =
        purchases.stream()
            .filter(enough.and(purchase -> purchase.price().equals(price)))
            .findFirst()
            .or(() -> purchases.stream().filter(enough).findFirst());
    if (one.isPresent()) {
      return List.of(take(one.get(), quantity));
    }
    if (left(sku) < quantity) {
      return List.of();
    }
    List<Match> matches = new ArrayList<>();
    long open = quantity;
    for (Purchase purchase : purchases) {
      long part = purchase.sku().equals(sku) ? Math.min(open, left(purchase)) : 0;
      if (part > 0) {
        matches.add(take(purchase, part));
        open -= part;
      }
    }
    return matches;
  }

  private long left(Purchase purchase) {
    return left.get(purchase.lineId());
  }

  private Match take(Purchase purchase, long quantity) {
    left.merge(purchase.lineId(), -quantity, Long::sum);
    return new Match(purchase.orderId(), purchase.lineId(), quantity);
  }
}
