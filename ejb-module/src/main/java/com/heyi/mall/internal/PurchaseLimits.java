package com.heyi.mall.internal;

import com.heyi.mall.MallError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.persistence.Sql;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/**
 * The rule that one customer orders no more pieces of an item within a period than its limit says.
 * What he cancelled or gave back does not count; what an open checkout of his has reserved does. To
 * be asked by who holds his points account, so that two orders of his count each other.
 */
final class PurchaseLimits {
  private final EntityManager em;
  private final Clock clock;

  PurchaseLimits(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  /** So many pieces within so many days. */
  record Limit(String sku, long pieces, int days) {}

  /**
   * @param wanted pieces by item
   * @param limits of the items that have one
   * @throws HeyiException {@link MallError#PURCHASE_LIMIT}
   */
  void require(UUID customerId, Map<UUID, Long> wanted, Map<UUID, Limit> limits) {
    limits.forEach(
        (item, limit) -> {
          long had = had(customerId, item, limit.days());
          if (had + wanted.getOrDefault(item, 0L) > limit.pieces()) {
            throw new HeyiException(
                MallError.PURCHASE_LIMIT,
                limit.sku(),
                limit.pieces(),
                limit.days(),
                Math.max(0, limit.pieces() - had));
          }
        });
  }

  private long had(UUID customerId, UUID itemId, int days) {
    return new Sql(em)
        .one(
            row -> row.getLong(1),
            "select coalesce((select sum(l.quantity - l.cancelled - l.returned)"
                + " from mall.customer_order o join mall.order_line l on l.order_id = o.id"
                + " where o.customer_id = ? and o.placed_at > ? and l.item_id = ?), 0)"
                + " + coalesce((select sum(l.quantity) from mall.checkout c"
                + " join mall.checkout_line l on l.checkout_id = c.id"
                + " where c.customer_id = ? and c.status = 'OPEN' and l.item_id = ?), 0)",
            customerId,
            clock.instant().minus(Duration.ofDays(days)),
            itemId,
            customerId,
            itemId)
        .orElseThrow();
  }
}
