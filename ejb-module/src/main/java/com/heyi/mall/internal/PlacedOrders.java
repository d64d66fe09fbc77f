package com.heyi.mall.internal;

import com.heyi.mall.OrderStage;
import com.heyi.shared.error.HeyiException;
import com.heyi.shared.facade.CommonError;
import com.heyi.shared.facade.SeenVersion;
import com.heyi.shared.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads orders that are to change, as they stand now. */
@ApplicationScoped
public class PlacedOrders {
  @PersistenceContext(unitName = "heyi")
  private EntityManager em;

  @Inject private Ledger ledger;

  protected PlacedOrders() {}

  PlacedOrders(EntityManager em, Ledger ledger) {
    this.em = em;
    this.ledger = ledger;
  }

  /** What never changes of an order. */
  record Head(UUID id, String number, UUID customerId, UUID redeemEntry) {}

  /**
   * @throws HeyiException {@link CommonError#NOT_FOUND}
   */
  Head head(UUID orderId) {
    return new Sql(em)
        .one(
            row ->
                new Head(
                    Sql.uuid(row, "id"),
                    row.getString("number"),
                    Sql.uuid(row, "customer_id"),
                    Sql.uuid(row, "entry_id")),
            "select o.id, o.number, o.customer_id, e.id as entry_id from mall.customer_order o"
                + " join mall.ledger_entry e on e.order_id = o.id and e.kind = 'REDEEM'"
                + " where o.id = ?",
            orderId)
        .orElseThrow(() -> new HeyiException(CommonError.NOT_FOUND, String.valueOf(orderId)));
  }

  /**
   * Takes hold of the order to the end of the transaction.
   *
   * @param seen the version that it must have, or null for any
   * @throws HeyiException {@link CommonError#VERSION_MOVED}
   */
  OrderStage holdStage(UUID orderId, Long seen) {
    record Stand(OrderStage stage, long version) {}
    Stand stand =
        new Sql(em)
            .one(
                row ->
                    new Stand(OrderStage.valueOf(row.getString("stage")), row.getLong("version")),
                "select stage, version from mall.customer_order where id = ? for no key update",
                orderId)
            .orElseThrow();
    if (seen != null) {
      SeenVersion.require(seen, stand.version());
    }
    return stand.stage();
  }

  /** The order with what of each line is still paid and from where. */
  PlacedOrder load(Head head) {
    Map<UUID, List<Taken>> standing = ledger.standing(head.redeemEntry(), head.id());
    List<PlacedLine> lines =
        new Sql(em)
            .list(
                row -> {
                  UUID id = Sql.uuid(row, "id");
                  return new PlacedLine(
                      id,
                      row.getInt("line_no"),
                      Sql.uuid(row, "item_id"),
                      Sql.points(row, "price"),
                      Fen.money(row.getLong("cash")),
                      row.getLong("quantity"),
                      Sql.points(row, "reduced"),
                      row.getLong("cancelled"),
                      row.getLong("returned"),
                      standing.getOrDefault(id, List.of()));
                },
                "select id, line_no, item_id, price, cash, quantity, reduced, cancelled, returned"
                    + " from mall.order_line where order_id = ? order by line_no",
                head.id());
    return new PlacedOrder(
        head.id(), head.number(), head.customerId(), head.redeemEntry(), new ArrayList<>(lines));
  }
}
