package com.heyi.mall.internal;

import com.heyi.mall.MallError;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CallContext;
import com.heyi.shared.facade.ChangeLog;
import com.heyi.shared.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Moves stock. Every movement is written down, and the stock changes with it or not at all; it
 * never goes below zero, whoever else is buying. Rows are taken in the order of their ids and last
 * in a transaction, so that orders do not block each other in a ring and a much wanted item is held
 * for as short as can be.
 */
@ApplicationScoped
public class Stock {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Clock clock;

  protected Stock() {}

  Stock(EntityManager em, Clock clock) {
    this.em = em;
    this.clock = clock;
  }

  /** Kinds of movement. */
  enum Kind {
    RECEIVED,
    REDEEMED,
    RETURNED,
    WRITTEN_OFF,
    /** Set aside by a checkout: can no longer be sold to anybody else. */
    RESERVED,
    /** No longer set aside: let go, or on its way into an order. */
    RELEASED
  }

  /**
   * A movement.
   *
   * @param delta pieces more or fewer, not 0
   * @param orderLineId the order line, for REDEEMED and RETURNED only
   * @param checkoutId the checkout, for RESERVED and RELEASED only
   * @param reason why, or null
   */
  record Movement(
      UUID itemId, Kind kind, long delta, UUID orderLineId, UUID checkoutId, String reason) {
    Movement(UUID itemId, Kind kind, long delta, UUID orderLineId, String reason) {
      this(itemId, kind, delta, orderLineId, null, reason);
    }

    /** Sets pieces aside, or no longer. */
    static Movement reserving(UUID itemId, Kind kind, long delta, UUID checkoutId) {
      return new Movement(itemId, kind, delta, null, checkoutId, null);
    }
  }

  /**
   * Moves all or nothing.
   *
   * @throws HeyiException {@link MallError#STOCK_INSUFFICIENT}
   */
  void move(List<Movement> movements) {
    if (movements.isEmpty()) {
      return;
    }
    Sql sql = new Sql(em);
    sql.write(
        "insert into mall.stock_movement (item_id, kind, delta, order_line_id, checkout_id,"
            + " reason, recorded_at, recorded_by)"
            + " select m.item_id, m.kind, m.delta, m.order_line_id, m.checkout_id, m.reason, ?, ?"
            + " from unnest(?, ?, ?, ?, ?, ?)"
            + " as m (item_id, kind, delta, order_line_id, checkout_id, reason)",
        clock.instant(),
        CallContext.current().user(),
        Sql.uuids(movements, Movement::itemId),
        Sql.texts(movements, Movement::kind),
        Sql.longs(movements, Movement::delta),
        Sql.uuids(movements, Movement::orderLineId),
        Sql.uuids(movements, Movement::checkoutId),
        Sql.texts(movements, Movement::reason));
    apply(sql, movements);
  }

  /**
   * Moves, after receiving just what is lacking.
   *
   * @param receipt why it is received
   */
  void moveReceivingWhatLacks(List<Movement> movements, String receipt) {
    Map<UUID, Long> deltas = deltas(movements);
    List<Movement> all = new ArrayList<>();
    new Sql(em)
        .list(
            row -> Map.entry(Sql.uuid(row, "id"), row.getLong("stock")),
            "select id, stock from mall.item where id = any(?) order by id for no key update",
            (Object) Sql.uuids(deltas.keySet()))
        .forEach(
            item -> {
              long after = Math.addExact(item.getValue(), deltas.get(item.getKey()));
              if (after < 0) {
                all.add(new Movement(item.getKey(), Kind.RECEIVED, -after, null, receipt));
              }
            });
    all.addAll(movements);
    move(all);
  }

  private static Map<UUID, Long> deltas(List<Movement> movements) {
    Map<UUID, Long> deltas = new LinkedHashMap<>();
    movements.forEach(move -> deltas.merge(move.itemId(), move.delta(), Math::addExact));
    return deltas;
  }

  private void apply(Sql sql, List<Movement> movements) {
    Map<UUID, Long> deltas = deltas(movements);
    deltas.values().removeIf(delta -> delta == 0);
    if (deltas.isEmpty()) {
      return;
    }
    if (deltas.size() > 1) {
      sql.list(
          row -> Sql.uuid(row, "id"),
          "select id from mall.item where id = any(?) order by id for no key update",
          (Object) Sql.uuids(deltas.keySet()));
    }
    List<Map.Entry<UUID, Long>> changed =
        sql.list(
            row -> Map.entry(Sql.uuid(row, "id"), row.getLong("stock")),
            "update mall.item i set stock = i.stock + d.delta from unnest(?, ?) as d (id, delta)"
                + " where i.id = d.id and i.stock + d.delta >= 0 returning i.id, i.stock",
            Sql.uuids(deltas.keySet()),
            deltas.values().toArray(Long[]::new));
    if (changed.size() < deltas.size()) {
      throw lacking(sql, deltas);
    }
    changed.forEach(
        item ->
            ChangeLog.note(
                "item",
                item.getKey(),
                "stock",
                item.getValue() - deltas.get(item.getKey()),
                item.getValue()));
  }

  private static RuntimeException lacking(Sql sql, Map<UUID, Long> deltas) {
    record Left(UUID id, String sku, long stock) {}
    Collection<Left> left =
        sql.list(
            row -> new Left(Sql.uuid(row, "id"), row.getString("sku"), row.getLong("stock")),
            "select id, sku, stock from mall.item where id = any(?) order by sku",
            (Object) Sql.uuids(deltas.keySet()));
    for (Left item : left) {
      long wanted = -deltas.get(item.id());
      if (wanted > item.stock()) {
        return new HeyiException(MallError.STOCK_INSUFFICIENT, item.sku(), wanted, item.stock());
      }
    }
    return new IllegalStateException("An item has gone from the catalogue: " + deltas.keySet());
  }
}
