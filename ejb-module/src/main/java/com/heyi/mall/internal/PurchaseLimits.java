package com.heyi.mall.internal;

import com.heyi.mall.MallError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.persistence.AdvisoryLock;
import com.heyi.shared.persistence.Sql;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The rule that one customer orders no more pieces of an item within a period than its limit says,
 * under all his records together. What he cancelled or gave back does not count; what an open
 * checkout of his has reserved does. To be asked by who holds the points account that pays, so that
 * two orders count each other.
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
   * @param his under which ids he orders, and of what not as much as he likes
   * @param wanted pieces by item
   * @throws HeyiException {@link MallError#PURCHASE_LIMIT}
   */
  void require(OrderDraft.Limits his, Map<UUID, Long> wanted) {
    Set<UUID> records = his.records();
    Map<UUID, Limit> limits = his.byItem();
    if (limits.isEmpty()) {
      return;
    }
    if (records.size() > 1) {
      // Each record has a points account of its own, which two of his orders may hold at once.
      AdvisoryLock.of("mall.purchase-limits", Collections.min(records).toString()).take(em);
    }
    Map<UUID, Long> all = had(records, limits);
    limits.forEach(
        (item, limit) -> {
          long had = all.getOrDefault(item, 0L);
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

  /** Pieces that he has had of each item within its days, or has reserved: one query for all. */
  private Map<UUID, Long> had(Set<UUID> records, Map<UUID, Limit> limits) {
    List<Map.Entry<UUID, Limit>> items = List.copyOf(limits.entrySet());
    Map<UUID, Long> had = new HashMap<>();
    new Sql(em)
        .list(
            row -> had.put(Sql.uuid(row, "item_id"), row.getLong("pieces")),
            "with w as (select item_id, days from unnest(?, ?) as w (item_id, days))"
                + " select item_id, sum(pieces)::bigint as pieces from ("
                + "select l.item_id, l.quantity - l.cancelled - l.returned as pieces"
                + " from mall.customer_order o join mall.order_line l on l.order_id = o.id"
                + " join w on w.item_id = l.item_id"
                + " and o.placed_at > cast(? as timestamptz) - w.days * interval '24 hours'"
                + " where o.customer_id = any(?)"
                + " union all select l.item_id, l.quantity from mall.checkout c"
                + " join mall.checkout_line l on l.checkout_id = c.id"
                + " join w on w.item_id = l.item_id"
                + " where c.customer_id = any(?) and c.status = 'OPEN') his group by item_id",
            Sql.uuids(items, Map.Entry::getKey),
            Sql.longs(items, item -> (long) item.getValue().days()),
            clock.instant(),
            Sql.uuids(records),
            Sql.uuids(records));
    return had;
  }
}
